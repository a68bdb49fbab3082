package fr.passerelle.rules.financing;

import fr.passerelle.schemas.event.AideNotifiee;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was notified to an EPCI and still stands.
 *
 * @param party SIREN of the EPCI it was notified to: itself, or one whose communes have passed to it since
 */
record Notification(DecisionRecorded decision, String party) {

    String act() {
        return decision.getAct();
    }

    /** room:ID or site:ID; null where none was notified. */
    @Nullable
    String seat() {
        return decision.getSeat();
    }

    /** Euros on one line; null where none was notified. */
    @Nullable
    BigDecimal aid(String line) {
        return decision.getAid().stream()
                .filter(aid -> aid.getLine().equals(line))
                .map(AideNotifiee::getAid)
                .findFirst()
                .orElse(null);
    }

    /** Euros over all lines; null where none was notified. */
    @Nullable
    BigDecimal total() {
        List<BigDecimal> amounts =
                decision.getAid().stream().map(AideNotifiee::getAid).toList();
        return amounts.isEmpty() ? null : Cents.sum(amounts);
    }

    /** Whether a line is aided by both. */
    boolean aidsTheSameAs(Notification other) {
        return decision.getAid().stream()
                .filter(aid -> aid.getAid().signum() > 0)
                .anyMatch(aid -> Cents.orZero(other.aid(aid.getLine())).signum() > 0);
    }
}
