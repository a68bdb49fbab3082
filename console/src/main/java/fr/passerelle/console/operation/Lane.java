package fr.passerelle.console.operation;

import java.util.Arrays;
import java.util.Optional;

/** One operation at a time in each: a decision is recorded in seconds, and neither it nor a trial need wait for a run. */
public enum Lane {
    /** Runs and replays. */
    OPERATIONS("courante", "executions"),
    /** Decisions. */
    DECISIONS("decisions", "decisions"),
    /** Trials of other credits. */
    TRIALS("essai", "programmation");

    private final String path;
    private final String section;

    Lane(String path, String section) {
        this.path = path;
        this.section = section;
    }

    /** Where its output is shown, below {@code /operations/}. */
    public String path() {
        return path;
    }

    String section() {
        return section;
    }

    static Optional<Lane> at(String path) {
        return Arrays.stream(values()).filter(lane -> lane.path.equals(path)).findFirst();
    }
}
