package fr.passerelle.rules.explanation;

import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a plan concludes: what a counterfactual has to alter.
 *
 * @param seat identifier of the seat proposed; null where none is
 * @param exAequo identifiers of the seats that the EPCI has to choose from, in order
 * @param candidatures where each room of the region and each site stands, by subject
 */
record Conclusion(@Nullable String seat, List<String> exAequo, Map<String, Candidature> candidatures) {

    static Conclusion of(Plan plan) {
        return new Conclusion(
                plan.getTiersLieu(),
                plan.getExAequo().stream().map(Siege::getId).sorted().toList(),
                candidatures(plan));
    }

    /** Where a place stands; null for one that the plan does not compare. */
    @Nullable
    Candidature of(String subject) {
        return candidatures.get(subject);
    }

    private static Map<String, Candidature> candidatures(Plan plan) {
        Map<String, Candidature> candidatures = new TreeMap<>();
        for (PlanRoom room : plan.getRooms()) {
            if (room.getCandidature() != null) {
                candidatures.put(Steps.room(room.getRoomId()), room.getCandidature());
            }
        }
        plan.getCandidates().stream()
                .filter(candidate -> candidate.getSiege().getKind() == SiegeKind.SITE)
                .forEach(candidate ->
                        candidatures.put(Steps.site(candidate.getSiege().getId()), candidate.getCandidature()));
        return candidatures;
    }
}
