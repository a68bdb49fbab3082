package fr.passerelle.rules.conversion;

import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.SiteDescribed;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Map<Object, Contender> judged = new IdentityHashMap<>();
    private @Nullable AsItIs asItIs;

    /**
     * What is known of the EPCI as it is.
     *
     * @param contenders its places, in the order that suppositions keep
     */
    private record AsItIs(Comparison comparison, List<Contender> contenders, Seated seated) {

        boolean standsAs(List<Contender> others) {
            return others.size() == contenders.size()
                    && IntStream.range(0, others.size()).allMatch(i -> standsAs(contenders.get(i), others.get(i)));
        }

        /** A choice looks at candidates only: a place that was none and is none makes no difference to it. */
        private static boolean standsAs(Contender known, Contender other) {
            return known == other
                    || known.place().is(other.place())
                            && !known.standing().isCandidate()
                            && known.standing().candidature()
                                    == other.standing().candidature();
        }
    }

    /**
     * Of an EPCI as it is; nothing is judged yet.
     *
     * @param rooms its rooms, in any order, scored under these rules
     */
    public SeatTrials(EpciFacts facts, List<ScoredRoom> rooms, JeuDeRegles rules) {
        this.facts = facts;
        this.rooms = rooms;
        this.rules = rules;
    }

    /**
     * Where its tiers lieu would be.
     *
     * @param supposed the same EPCI, with other sites maybe
     * @param supposedRooms its rooms, some otherwise
     * @return the very same object as for the EPCI as it is, where what is supposed alters nothing that a choice looks at
     * @throws NullPointerException when nothing is known of the EPCI
     */
    public Seated seated(EpciFacts supposed, List<ScoredRoom> supposedRooms) {
        EpciDescribed epci = Objects.requireNonNull(facts.epci(), facts.siren());
        AsItIs known = asItIs == null ? judgeAll(epci) : asItIs;
        List<Contender> others = contenders(supposed, supposedRooms, known.comparison());
        return known.standsAs(others) ? known.seated() : seated(epci, others);
    }

    private List<Contender> contenders(EpciFacts supposed, List<ScoredRoom> supposedRooms, Comparison compared) {
        return Stream.concat(
                        supposedRooms.stream().filter(ScoredRoom::convertible).map(room -> known(room, compared)),
                        supposed.sites().stream().map(site -> known(site, compared)))
                .toList();
    }

    private Seated seated(EpciDescribed epci, List<Contender> compared) {
        return Seated.of(epci, TiersLieuChoice.of(epci, compared, rules));
    }

    private AsItIs judgeAll(EpciDescribed epci) {
        Comparison first = new Comparison(epci, rules.conversion());
        rooms.stream().filter(ScoredRoom::convertible).forEach(room -> judged.put(room, judge(room, first)));
        facts.sites().forEach(site -> judged.put(site, judge(site, first)));
        List<Contender> contenders = contenders(facts, rooms, first);
        AsItIs all = new AsItIs(first, contenders, seated(epci, contenders));
        asItIs = all;
        return all;
    }

    private Contender known(ScoredRoom room, Comparison compared) {
        Contender known = judged.get(room);
        return known == null ? judge(room, compared) : known;
    }

    private Contender known(SiteDescribed site, Comparison compared) {
        Contender known = judged.get(site);
        return known == null ? judge(site, compared) : known;
    }

    private Contender judge(ScoredRoom room, Comparison compared) {
        return compared.contender(Standing.of(JudgedRoom.of(room, rules), rules));
    }

    private Contender judge(SiteDescribed site, Comparison compared) {
        return compared.contender(Standing.of(JudgedSite.of(site, rules), rules));
    }
}
