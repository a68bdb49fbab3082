package fr.passerelle.console.tour;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the sessions of an étape in a month.
 *
 * @param epci SIREN
 * @param complete whether somebody said that nothing is missing from it
 */
public record SessionMonth(String etape, String epci, YearMonth month, boolean complete, List<Outcome> sessions) {

    /**
     * What became of a session.
     *
     * @param presences null where nobody counted, or it was not held
     */
    public record Outcome(boolean held, @Nullable Integer presences) {}

    /** Whether nothing is missing from it, neither a session nor a count. */
    boolean isWhole() {
        return complete && sessions.stream().allMatch(session -> !session.held() || session.presences() != null);
    }
}
