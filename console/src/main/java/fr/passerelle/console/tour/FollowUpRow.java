package fr.passerelle.console.tour;

import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An étape from its proposal to who came.
 *
 * @param etape its subject
 * @param epci SIREN
 * @param asked sessions a month that are proposed; null where it is proposed no more
 * @param decision the latest about one of its rooms; null where there is none
 * @param opened the day of its first published session that is not cancelled; null where there is none
 * @param months what is known of its sessions
 * @param expected presences of a month to come; null where its past does not tell them
 */
public record FollowUpRow(
        String etape,
        String epci,
        String name,
        String commune,
        @Nullable Integer asked,
        @Nullable DecisionRecorded decision,
        @Nullable LocalDate opened,
        List<SessionMonth> months,
        @Nullable ExpectedMonth expected) {

    /** What was held. */
    public HeldCount held() {
        return HeldCount.of(months);
    }

    /** Whether somebody decided it, and not against it. */
    boolean isDecided() {
        return decision != null && decision.getKind() != DecisionKind.REFUSED;
    }
}
