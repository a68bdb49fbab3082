package fr.passerelle.rules.conversion;

import fr.passerelle.rules.conversion.Ranking.Candidate;
import fr.passerelle.rules.conversion.Ranking.Comparison;
import fr.passerelle.rules.conversion.Seating.Conclusion;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.SiteDescribed;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private @Nullable Comparison comparison;

    /** Of an EPCI as it is, its rooms in any order, scored under these rules; nothing is judged yet. */
    public SeatTrials(EpciFacts facts, List<ScoredRoom> rooms, JeuDeRegles rules) {
        this.facts = facts;
        this.rooms = rooms;
        this.rules = rules;
    }

    /**
     * Where its tiers lieu would be, and where each place would stand.
     *
     * @param supposed the same EPCI, with other sites maybe
     * @param supposedRooms its rooms, some otherwise
     * @throws NullPointerException when nothing is known of the EPCI
     */
    public Conclusion seated(EpciFacts supposed, List<ScoredRoom> supposedRooms) {
        EpciDescribed epci = Objects.requireNonNull(facts.epci(), facts.siren());
        Comparison compared = compared(epci);
        List<Candidate> contenders = Stream.concat(
                        supposedRooms.stream().filter(ScoredRoom::convertible).map(room -> known(room, compared)),
                        supposed.sites().stream().map(site -> known(site, compared)))
                .toList();
        return Conclusion.of(epci, TiersLieuChoice.of(epci, contenders, rules));
    }

    private Comparison compared(EpciDescribed epci) {
        if (comparison == null) {
            Comparison first = new Comparison(epci, rules.conversion());
            rooms.stream().filter(ScoredRoom::convertible).forEach(room -> judged.put(room, known(room, first)));
            facts.sites().forEach(site -> judged.put(site, known(site, first)));
            comparison = first;
        }
        return comparison;
    }

    private Candidate known(ScoredRoom room, Comparison compared) {
        Candidate known = judged.get(room);
        return known == null ? compared.contender(PlaceCandidature.of(Place.of(room, rules), rules)) : known;
    }

    private Candidate known(SiteDescribed site, Comparison compared) {
        Candidate known = judged.get(site);
        return known == null ? compared.contender(PlaceCandidature.of(Place.of(site, rules), rules)) : known;
    }
}
