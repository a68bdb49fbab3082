package fr.passerelle.rules.conversion;

import fr.passerelle.rules.conversion.Ranking.Candidate;
import fr.passerelle.rules.conversion.Ranking.Comparison;
import fr.passerelle.rules.conversion.Seating.Conclusion;
import fr.passerelle.rules.conversion.TiersLieuChoice.Choice;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.SiteDescribed;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Suppositions tried on the places of one EPCI under one set of rules. What a place is worth follows from it alone: a trial alters one or
 * two of them, and the others were judged once. By the path of every proposal from there on. One thread.
 */
public final class SeatTrials {

    private final EpciFacts facts;
    private final List<ScoredRoom> rooms;
    private final JeuDeRegles rules;
    private final Map<Object, Candidate> judged = new IdentityHashMap<>();
    private @Nullable AsItIs asItIs;

    /** What is known of the EPCI as it is, its places in the order that suppositions keep. */
    private record AsItIs(Comparison comparison, List<Candidate> contenders, Choice choice) {

        /** A choice looks at candidates, and at who would be one: a place that was neither and is neither makes no difference to it. */
        boolean comparesAs(List<Candidate> others) {
            return all(others, (known, other) -> known == other || !isCompared(known) && !isCompared(other));
        }

        private static boolean isCompared(Candidate contender) {
            return contender.standing().isCandidate() || contender.standing().isHeldBack();
        }

        /** Whether each place, before a choice, stands where it stood. */
        boolean standsAs(List<Candidate> others) {
            return all(
                    others,
                    (known, other) -> known == other
                            || known.place().is(other.place())
                                    && known.standing().candidature()
                                            == other.standing().candidature());
        }

        private boolean all(List<Candidate> others, BiPredicate<Candidate, Candidate> same) {
            return others.size() == contenders.size()
                    && IntStream.range(0, others.size()).allMatch(i -> same.test(contenders.get(i), others.get(i)));
        }
    }

    /** Of an EPCI as it is, its rooms in any order, scored under these rules; nothing is judged yet. */
    public SeatTrials(EpciFacts facts, List<ScoredRoom> rooms, JeuDeRegles rules) {
        this.facts = facts;
        this.rooms = rooms;
        this.rules = rules;
    }

    /**
     * Whether where its tiers lieu would be, or where a place stands, is other than for the EPCI as it is.
     *
     * @param supposed the same EPCI, with other sites maybe
     * @param supposedRooms its rooms, some otherwise
     * @throws NullPointerException when nothing is known of the EPCI
     */
    public boolean alters(EpciFacts supposed, List<ScoredRoom> supposedRooms) {
        AsItIs known = asItIs();
        List<Candidate> others = contenders(supposed, supposedRooms, known.comparison());
        return !known.standsAs(others)
                || !known.comparesAs(others) && !choice(others).leavesAllAs(known.choice());
    }

    /** Where its tiers lieu would be, and where each place would stand; see {@link #alters}. */
    public Conclusion seated(EpciFacts supposed, List<ScoredRoom> supposedRooms) {
        return Conclusion.of(
                epci(), TiersLieuChoice.of(epci(), contenders(supposed, supposedRooms, asItIs().comparison()), rules));
    }

    private EpciDescribed epci() {
        return Objects.requireNonNull(facts.epci(), facts.siren());
    }

    private Choice choice(List<Candidate> contenders) {
        return TiersLieuChoice.of(epci(), contenders, rules).choice();
    }

    private List<Candidate> contenders(EpciFacts supposed, List<ScoredRoom> supposedRooms, Comparison compared) {
        return Stream.concat(
                        supposedRooms.stream().filter(ScoredRoom::convertible).map(room -> known(room, compared)),
                        supposed.sites().stream().map(site -> known(site, compared)))
                .toList();
    }

    private AsItIs asItIs() {
        if (asItIs == null) {
            Comparison first = new Comparison(epci(), rules.conversion());
            rooms.stream().filter(ScoredRoom::convertible).forEach(room -> judged.put(room, known(room, first)));
            facts.sites().forEach(site -> judged.put(site, known(site, first)));
            List<Candidate> contenders = contenders(facts, rooms, first);
            asItIs = new AsItIs(first, contenders, choice(contenders));
        }
        return asItIs;
    }

    private Candidate known(ScoredRoom room, Comparison compared) {
        Candidate known = judged.get(room);
        return known == null ? judge(Place.of(room, rules), compared) : known;
    }

    private Candidate known(SiteDescribed site, Comparison compared) {
        Candidate known = judged.get(site);
        return known == null ? judge(Place.of(site, rules), compared) : known;
    }

    private Candidate judge(Place place, Comparison compared) {
        return compared.contender(PlaceCandidature.of(place, rules));
    }
}
