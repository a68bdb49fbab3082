package fr.passerelle.console.run;

import fr.passerelle.console.operation.Wording;
import fr.passerelle.published.run.RowCounts;
import fr.passerelle.published.run.RunRow;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run in the list.
 *
 * @param kind in French
 * @param standing in French
 * @param code stable code of the standing, lower case, for its mark
 * @param current whether its results are those that hold
 */
record RunLine(
        String id,
        String kind,
        String standing,
        String code,
        boolean current,
        @Nullable String asOf,
        String baremeId,
        Instant openedAt,
        String worked,
        RowCounts counts,
        @Nullable String hash) {

    static RunLine of(RunRow run, RunState standing, boolean current, Wording wording) {
        return new RunLine(
                run.id(),
                wording.word("executions.nature", run.kind()),
                wording.word("executions.etat", standing.name()),
                standing.name().toLowerCase(java.util.Locale.ROOT),
                current,
                run.asOf(),
                run.baremeId(),
                run.openedAt(),
                duration(run.worked()),
                run.counts(),
                run.resultHash());
    }

    /** Seconds below a minute, else minutes and seconds. */
    static String duration(Duration worked) {
        return worked.toMinutes() == 0
                ? "%.1f s".formatted(worked.toMillis() / 1000.0).replace('.', ',')
                : worked.toMinutes() + " min " + worked.toSecondsPart() + " s";
    }
}
