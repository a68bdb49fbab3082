package fr.passerelle.rules.explanation;

import fr.passerelle.rules.conversion.SeatOutcome;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a plan concludes: what a counterfactual has to alter.
 *
 * @param proposed seat, and seats that the EPCI has to choose from
 * @param candidatures where each room of the region and each site stands, by subject
 */
record Conclusion(ProposedSeat proposed, Map<String, Candidature> candidatures) {

    static Conclusion of(Plan plan) {
        return new Conclusion(ProposedSeat.of(plan), candidatures(plan.getCandidates()));
    }

    static Conclusion of(SeatOutcome seatOutcome) {
        return new Conclusion(ProposedSeat.of(seatOutcome), seatOutcome.candidatures());
    }

    /** Identifier of the seat proposed; null where none is. */
    @Nullable
    String seat() {
        return proposed.seat() == null ? null : proposed.seat().getId();
    }

    /** Where a place stands; null for one that the plan does not compare. */
    @Nullable
    Candidature of(String subject) {
        return candidatures.get(subject);
    }

    private static Map<String, Candidature> candidatures(List<Concurrent> candidates) {
        Map<String, Candidature> candidatures = new HashMap<>();
        candidates.forEach(candidate -> candidatures.put(on(candidate.getSiege()), candidate.getCandidature()));
        return candidatures;
    }

    private static String on(Siege place) {
        return place.getKind() == SiegeKind.SITE ? Steps.site(place.getId()) : Steps.room(place.getId());
    }
}
