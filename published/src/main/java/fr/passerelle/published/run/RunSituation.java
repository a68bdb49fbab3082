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
        ABANDONED;

        /**
         * Where a run stands.
         *
         * @param lastStatus of its last execution, as Spring Batch writes it; null where it had none
         * @param held whether a process holds the lock of runs
         */
        public static Standing of(Run.State state, @Nullable String lastStatus, boolean held) {
            return switch (state) {
                case OPEN -> held ? RUNNING : INTERRUPTED;
                case FAILED -> STOPPED;
                case ABANDONED -> ABANDONED;
                case PUBLISHED -> published(lastStatus, held);
            };
        }

        private static Standing published(@Nullable String lastStatus, boolean held) {
            if (lastStatus == null || lastStatus.equals("COMPLETED")) {
                return PUBLISHED;
            }
            return held ? RUNNING : UNANNOUNCED;
        }

        /** Whether it may be taken up. */
        public boolean mayRestart() {
            return this == STOPPED || this == UNANNOUNCED;
        }

        /** Whether it may be given up. */
        public boolean mayBeAbandoned() {
            return this == STOPPED || this == INTERRUPTED;
        }

        /** Whether nothing is left to do. */
        public boolean isOver() {
            return this == PUBLISHED || this == ABANDONED;
        }
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
     * @param step as the job calls it
     * @param status what Spring Batch says of its last try: STARTED, COMPLETED, FAILED, STOPPED
     * @param tries from 1
     * @param read rows read over all tries, where the step counts them
     * @param written records written over all tries
     */
    public record Phase(String step, String status, int tries, Duration worked, long read, long written) {

        /** Its name in French. */
        public String name() {
            return Phases.nameOf(step);
        }
    }
}
