package fr.passerelle.batch.recovery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a recovery did.
 *
 * @param sessionsEnded sessions of the owner before that were ended, from 0
 * @param recovered what was found dead and is marked so; empty when there was nothing to do
 */
public record RecoveryReport(int sessionsEnded, List<Dead> recovered) {

    /**
     * An execution whose process is gone, or a run that was opened and never executed.
     *
     * @param subject the run or the replay, as people say it
     * @param execution of the job repository; null when there was none
     * @param was what the job repository, or the run's row, still said
     * @param phase the last that began, in French; null when none had
     * @param next the command that takes it up; null when nothing is left to do
     */
    public record Dead(
            String subject,
            @Nullable Long execution,
            String was,
            @Nullable String phase,
            @Nullable String next) {}
}
