package fr.passerelle.rules.explanation;

import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.conversion.ScoredRooms;
import fr.passerelle.rules.financing.EpciProposal;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.event.Contrefactuel;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Marge;
import fr.passerelle.schemas.event.Plan;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
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
        List<ScoredRoom> rooms = ScoredRooms.of(facts, asOf, bareme.jeuDeRegles()).stream()
                .sorted(ScoredRoom.BY_ID)
                .toList();
        EpciSituation situation = new EpciSituation(facts, rooms, asOf, bareme);
        EpciProposal proposal = situation.proposal();
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
}
