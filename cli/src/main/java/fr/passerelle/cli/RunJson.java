package fr.passerelle.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.passerelle.published.run.Run;
import org.jspecify.annotations.Nullable;

/**
 * A run for machines, as each answer about one begins.
 *
 * @param run such as N-000001
 * @param asOf YYYY-MM
 * @param failure what stopped it; left out when nothing did
 */
record RunJson(
        String run,
        String state,
        @Nullable String asOf,
        String bareme,
        boolean demonstration,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String failure) {

    static RunJson of(Run run, @Nullable String failure) {
        return of(run, run.state().name(), failure);
    }

    static RunJson of(Run run, String state, @Nullable String failure) {
        return new RunJson(run.id(), state, run.asOf(), run.baremeId(), run.demonstration(), failure);
    }
}
