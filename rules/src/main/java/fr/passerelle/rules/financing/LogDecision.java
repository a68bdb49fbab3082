package fr.passerelle.rules.financing;

import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A decision on an EPCI, with its place in the log.
 *
 * @param party SIREN of the EPCI it was notified to
 * @param position in the log, from 0
 */
record LogDecision(DecisionRecorded decision, String party, int position) {

    static final Comparator<LogDecision> BY_DATE = Comparator.<LogDecision, LocalDate>comparing(
                    placed -> placed.decision().getDecidedOn())
            .thenComparing(LogDecision::position);

    DecisionKind kind() {
        return decision.getKind();
    }

    /** A decision on a room says nothing of the plan. */
    boolean settles() {
        return decision.getSubject().startsWith("epci:")
                && (kind() == DecisionKind.NOTIFIED || kind() == DecisionKind.REFUSED);
    }

    boolean isReplacedBy(@Nullable LogDecision own) {
        return own != null
                && own.position() > position
                && !own.decision().getDecidedOn().isBefore(decision.getDecidedOn());
    }
}
