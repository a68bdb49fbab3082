package fr.passerelle.console.run;

import org.jspecify.annotations.Nullable;

/** What the row of a run, its last execution and the lock of runs say together: the same as {@code ./passerelle runs}. */
enum RunState {
    /** A process holds the lock and works on it. */
    RUNNING,
    /** It says that it runs and nobody holds the lock: its process is dead. */
    INTERRUPTED,
    /** It stopped and said why. */
    STOPPED,
    /** Published, and not yet announced on its topic. */
    UNANNOUNCED,
    /** Published: nothing is left to do. */
    PUBLISHED,
    /** Given up. */
    ABANDONED;

    /**
     * Where a run stands.
     *
     * @param state of its row
     * @param lastStatus of its last execution, as Spring Batch writes it; null where it had none
     * @param held whether a process holds the lock of runs
     */
    static RunState of(String state, @Nullable String lastStatus, boolean held) {
        return switch (state) {
            case "OPEN" -> held ? RUNNING : INTERRUPTED;
            case "FAILED" -> STOPPED;
            case "ABANDONED" -> ABANDONED;
            case "PUBLISHED" -> published(lastStatus, held);
            default -> throw new IllegalArgumentException("Unknown state of a run: " + state);
        };
    }

    boolean mayRestart() {
        return this == STOPPED || this == UNANNOUNCED;
    }

    boolean mayBeAbandoned() {
        return this == STOPPED || this == INTERRUPTED;
    }

    private static RunState published(@Nullable String lastStatus, boolean held) {
        if (lastStatus == null || lastStatus.equals("COMPLETED")) {
            return PUBLISHED;
        }
        return held ? RUNNING : UNANNOUNCED;
    }
}
