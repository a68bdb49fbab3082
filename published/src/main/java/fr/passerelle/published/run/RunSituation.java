package fr.passerelle.published.run;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands.
 *
 * @param phase the last that began, in French; null when none had
 * @param worked how long its executions worked, waits between a stop and its restart left out
 * @param holder who works on it now; null when nobody does
 */
public record RunSituation(
        Run run,
        Standing standing,
        @Nullable String phase,
        Duration worked,
        @Nullable Holder holder) {

    /** What the run's row, its last execution and the lock say together. */
    public enum Standing {
        /** A process holds the lock and works on it. */
        RUNNING,
        /** It says that it runs, and nobody holds the lock: its process is dead. */
        INTERRUPTED,
        /** It stopped and said why. */
        STOPPED,
        /** Published, and its record is not on its topic yet. */
        UNANNOUNCED,
        /** Published: nothing is left to do. */
        PUBLISHED,
        /** Given up. */
        ABANDONED
    }

    /** The command that takes it further; null when there is none. */
    public @Nullable String next() {
        return switch (standing) {
            case INTERRUPTED -> "./passerelle recover";
            case STOPPED, UNANNOUNCED -> "./passerelle restart " + run.id();
            case RUNNING, PUBLISHED, ABANDONED -> null;
        };
    }

    /**
     * A phase of a run, its repeats after restarts together.
     *
     * @param name in French
     * @param status what Spring Batch says of its last try: STARTED, COMPLETED, FAILED, STOPPED
     * @param tries from 1
     */
    public record Phase(String name, String status, int tries, Duration worked) {}
}
