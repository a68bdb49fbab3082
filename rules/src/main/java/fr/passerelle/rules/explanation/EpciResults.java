package fr.passerelle.rules.explanation;

import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.conversion.SeatTrials;
import fr.passerelle.rules.conversion.Seating.Conclusion;
import fr.passerelle.rules.financing.EpciProposal;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.event.Contrefactuel;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Marge;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.SiteDescribed;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/**
 * All that follows from what the log says of one EPCI, with its reasoning: the one door from facts to results. Pure: the same arguments,
 * rooms and sites in any order, give equal records.
 *
 * @param scores one for each room, by identifier
 * @param conversions one for each open room of the region, by room identifier
 * @param plan the plan; empty where the EPCI has no room at all, or is none
 */
public record EpciResults(List<Frequentation> scores, List<Conversion> conversions, Optional<Plan> plan) {

    /** Scores, proposes and explains, as of a month under a barème. */
    public static EpciResults of(EpciFacts facts, YearMonth asOf, Bareme bareme) {
        List<ScoredRoom> rooms = ScoredRoom.of(facts, asOf, bareme.jeuDeRegles()).stream()
                .sorted(ScoredRoom.BY_ID)
                .toList();
        EpciSituation situation = new EpciSituation(facts, rooms, asOf, bareme);
        EpciProposal proposal = EpciProposal.of(facts, rooms, asOf, bareme);
        return new EpciResults(
                rooms.stream().map(ScoredRoom::frequentation).toList(),
                proposal.conversions(),
                proposal.plan().map(plan -> explained(situation, proposal, plan)));
    }

    /** Where each of the results of an EPCI goes. */
    public interface ResultSink {

        /** @param id of the room, or SIREN of the EPCI */
        void take(ResultHash.Type type, String id, SpecificRecord result);
    }

    /** Each of them, as the hash of a run names it. */
    public void forEach(ResultSink sink) {
        scores.forEach(score -> sink.take(ResultHash.Type.SCORE, score.getRoomId(), score));
        conversions.forEach(conversion -> sink.take(ResultHash.Type.CONVERSION, conversion.getRoomId(), conversion));
        plan.ifPresent(made -> sink.take(ResultHash.Type.PLAN, made.getEpci(), made));
    }

    /** The plan was just made here: it is completed, not copied. */
    private static Plan explained(EpciSituation situation, EpciProposal proposal, Plan plan) {
        List<Contrefactuel> contrefactuels = Contrefactuels.of(situation, proposal, plan);
        List<Marge> marges = Marges.of(situation, plan);
        plan.setContrefactuels(contrefactuels);
        plan.setMarges(marges);
        plan.setBaremeIllustration(situation.bareme().isIllustration());
        return plan;
    }

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

        /** Where its places stand and which is the seat: all that a trial looks at, without what each room becomes and what is paid. */
        Conclusion seated() {
            return trials.seated(facts, rooms);
        }

        ScoredRoom scored(String roomId) {
            return one(rooms, room -> room.id().equals(roomId));
        }

        RoomFacts facts(String roomId) {
            return one(facts.rooms(), room -> isOf(room, roomId));
        }

        SiteDescribed site(String siteId) {
            return one(facts.sites(), site -> site.getSiteId().equals(siteId));
        }

        private static <T> T one(List<T> all, Predicate<T> which) {
            return all.stream().filter(which).findFirst().orElseThrow();
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
}
