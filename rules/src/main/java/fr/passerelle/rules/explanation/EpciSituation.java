package fr.passerelle.rules.explanation;

import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.conversion.SeatOutcome;
import fr.passerelle.rules.conversion.SeatTrials;
import fr.passerelle.rules.financing.EpciProposal;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.SiteDescribed;
import java.time.YearMonth;
import java.util.List;

/**
 * An EPCI as it is, or as it could be: all that its proposal follows from. Immutable: to suppose something makes another one.
 *
 * @param facts of an EPCI that has a plan
 * @param rooms its rooms, each with its score as of the month under the barème
 * @param trials what is known of its places as they are under the barème: of what is supposed, only what differs is judged again
 */
record EpciSituation(EpciFacts facts, List<ScoredRoom> rooms, YearMonth asOf, Bareme bareme, SeatTrials trials) {

    /** An EPCI as it is. */
    EpciSituation(EpciFacts facts, List<ScoredRoom> rooms, YearMonth asOf, Bareme bareme) {
        this(facts, rooms, asOf, bareme, new SeatTrials(facts, rooms, bareme.jeuDeRegles()));
    }

    /** What the rules propose of it, by the path of every proposal. */
    EpciProposal proposal() {
        return EpciProposal.of(facts, rooms, asOf, bareme);
    }

    /** Whether it concludes otherwise than the EPCI as it is, which it supposes something of. */
    boolean alters() {
        return trials.alters(facts, rooms);
    }

    /** Where its places stand and which is the seat: all that a trial looks at, without what each room becomes and what is paid. */
    SeatOutcome seated() {
        return trials.seated(facts, rooms);
    }

    ScoredRoom scored(String roomId) {
        return rooms.stream()
                .filter(room -> room.id().equals(roomId))
                .findFirst()
                .orElseThrow();
    }

    RoomFacts facts(String roomId) {
        return facts.rooms().stream()
                .filter(room -> isOf(room, roomId))
                .findFirst()
                .orElseThrow();
    }

    SiteDescribed site(String siteId) {
        return facts.sites().stream()
                .filter(site -> site.getSiteId().equals(siteId))
                .findFirst()
                .orElseThrow();
    }

    /** One room otherwise, the others as they are. */
    EpciSituation supposing(RoomFacts room, Frequentation score) {
        ScoredRoom supposed = new ScoredRoom(room.room(), score);
        return new EpciSituation(
                supposing(
                        facts.rooms().stream()
                                .map(known -> isOf(known, supposed.id()) ? room : known)
                                .toList(),
                        facts.sites()),
                rooms.stream()
                        .map(known -> known.id().equals(supposed.id()) ? supposed : known)
                        .toList(),
                asOf,
                bareme,
                trials);
    }

    /** One site otherwise, the others as they are. */
    EpciSituation supposing(SiteDescribed site) {
        List<SiteDescribed> sites = facts.sites().stream()
                .map(known -> known.getSiteId().equals(site.getSiteId()) ? site : known)
                .toList();
        return new EpciSituation(supposing(facts.rooms(), sites), rooms, asOf, bareme, trials);
    }

    /** Other rules, with the scores that they give. */
    EpciSituation supposing(List<ScoredRoom> scored, JeuDeRegles rules) {
        return new EpciSituation(facts, scored, asOf, bareme.supposing(rules));
    }

    private EpciFacts supposing(List<RoomFacts> supposedRooms, List<SiteDescribed> supposedSites) {
        return new EpciFacts(facts.siren(), facts.epci(), supposedRooms, supposedSites, facts.decisions());
    }

    private static boolean isOf(RoomFacts facts, String roomId) {
        return facts.room().getRoomId().equals(roomId);
    }
}
