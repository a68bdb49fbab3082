package fr.passerelle.console.replay;

import fr.passerelle.published.current.PublishedResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the replays of a page are shown beside, asked once for all of them.
 *
 * @param bases the runs that they are compared with, by number
 * @param lastNight number of the last night that was published
 */
record ReplayContext(Map<Long, BaseRun> bases, long lastNight, Optional<PublishedResults> published) {

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
    List<ReplayAction> gestures(ReplayRow row, List<ReplayStepRow> steps) {
        return switch (row.state()) {
            case "PLANNED", "RUNNING", "FAILED" -> List.of(ReplayAction.RUN, ReplayAction.DISCARD);
            case "COMPLETED" -> ofCompleted(row, steps);
            default -> List.of();
        };
    }

    private List<ReplayAction> ofCompleted(ReplayRow row, List<ReplayStepRow> steps) {
        List<ReplayAction> gestures = new ArrayList<>();
        boolean holds = holds(row);
        if (row.isRegion() && !holds && !isLate(row)) {
            gestures.add(ReplayAction.PUT_IN_FORCE);
        }
        if (holds && steps.stream().anyMatch(step -> step.step().equals("PUT_IN_FORCE"))) {
            gestures.add(ReplayAction.ROLLBACK);
        }
        gestures.add(ReplayAction.DISCARD);
        return gestures;
    }
}
