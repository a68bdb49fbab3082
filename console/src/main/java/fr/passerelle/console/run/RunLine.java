package fr.passerelle.console.run;

import fr.passerelle.console.page.PageTexts;
import fr.passerelle.published.run.Counts;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunJob;
import fr.passerelle.published.run.RunSituation;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
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
        Counts counts,
        @Nullable String hash) {

    static RunLine of(RunSituation situation, boolean current, PageTexts wording) {
        Run run = situation.run();
        String standing = situation.standing().name();
        return new RunLine(
                run.id(),
                wording.word("executions.nature", RunJob.of(run).name()),
                wording.word("executions.etat", standing),
                standing.toLowerCase(Locale.ROOT),
                current,
                run.asOf(),
                run.baremeId(),
                run.openedAt().toInstant(),
                duration(situation.worked()),
                run.total(),
                run.resultHash());
    }

    /** Seconds below a minute, else minutes and seconds. */
    static String duration(Duration worked) {
        return worked.toMinutes() == 0
                ? "%.1f s".formatted(worked.toMillis() / 1000.0).replace('.', ',')
                : worked.toMinutes() + " min " + worked.toSecondsPart() + " s";
    }
}
