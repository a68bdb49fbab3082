package fr.passerelle.console.replay;

import fr.passerelle.published.current.Published;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What replays stand on, asked once for all that are shown.
 *
 * @param bases the runs that they are compared with, by number
 * @param lastNight number of the last night that was published
 */
record Ground(Map<Long, BaseRun> bases, long lastNight, Optional<Published> published) {

    /** Whether a night was published since: the replay may no longer be what would be put in force. */
    boolean isLate(ReplayRow row) {
        return lastNight > row.baseRunNo();
    }

    /** Whether the results of a replay are those that hold. */
    boolean holds(ReplayRow row) {
        return published
                .filter(all -> all.run().hash().equals(row.resultHash()))
                .isPresent();
    }

    /** Whether a replay that gives something else than the run it is compared with was put in force, and nothing since. */
    boolean isInForce(ReplayRow row) {
        BaseRun base = Objects.requireNonNull(bases.get(row.baseRunNo()));
        boolean same = base.baremeId().equals(row.baremeId()) && Objects.equals(base.asOf(), row.asOf());
        return row.isRegion() && !same && holds(row);
    }

    /** What may be done with a replay, the most useful first. */
    List<Gesture> gestures(ReplayRow row, List<ReplayStep> steps) {
        return switch (row.state()) {
            case "PLANNED", "RUNNING", "FAILED" -> List.of(Gesture.RUN, Gesture.DISCARD);
            case "COMPLETED" -> ofCompleted(row, steps);
            default -> List.of();
        };
    }

    private List<Gesture> ofCompleted(ReplayRow row, List<ReplayStep> steps) {
        List<Gesture> gestures = new ArrayList<>();
        boolean holds = holds(row);
        if (row.isRegion() && !holds && !isLate(row)) {
            gestures.add(Gesture.PUT_IN_FORCE);
        }
        if (holds && steps.stream().anyMatch(step -> step.step().equals("PUT_IN_FORCE"))) {
            gestures.add(Gesture.ROLLBACK);
        }
        gestures.add(Gesture.DISCARD);
        return gestures;
    }
}
