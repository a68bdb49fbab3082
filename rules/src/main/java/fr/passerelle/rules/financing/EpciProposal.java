package fr.passerelle.rules.financing;

import fr.passerelle.rules.conversion.Conversions;
import fr.passerelle.rules.conversion.Mediation;
import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.EpciFlags;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Plan;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * All that is proposed to one EPCI: the one door from scores to proposals. Pure: the same arguments, rooms and sites in any order, give equal records.
 *
 * @param conversions one for each open room of the region, by room identifier
 * @param plan the plan; empty where the EPCI has no room at all
 */
public record EpciProposal(List<Conversion> conversions, Optional<Plan> plan) {

    private static final EpciProposal NOTHING = new EpciProposal(List.of(), Optional.empty());

    /**
     * Proposes.
     *
     * @param facts the EPCI; {@link Partitions#WITHOUT_EPCI}, and one that nothing is known of, give nothing
     * @param rooms its rooms, each with its score as of the month
     * @param asOf month of the scores
     */
    public static EpciProposal of(EpciFacts facts, List<ScoredRoom> rooms, YearMonth asOf, Bareme bareme) {
        EpciDescribed epci = facts.epci();
        if (epci == null || rooms.isEmpty() || facts.siren().equals(Partitions.WITHOUT_EPCI)) {
            return NOTHING;
        }
        JeuDeRegles rules = bareme.jeuDeRegles();
        Conversions conversions = Conversions.of(facts, rooms, asOf, rules);
        Mediation mediation = Mediation.of(epci, rooms, conversions, rules.conversion());
        EpciFlags shown = EpciFlags.of(
                epci.getEpci(), rooms.stream().map(ScoredRoom::frequentation).toList(), rules);
        Plan plan =
                new Plans(epci, conversions, mediation, shown, asOf).of(rooms, bareme.reglement(), facts.decisions());
        return new EpciProposal(conversions.list(), Optional.of(plan));
    }
}
