package fr.passerelle.published.replay;

import java.util.List;
import java.util.Optional;

/**
 * Which replay is in force, and which were taken back.
 *
 * @param steps what runs that were published did with replays: put in force or taken back, latest first
 */
public record ReplayForce(List<Step> steps) {

    /** One step of one replay. */
    public record Step(long replay, ReplayStep.Kind kind) {}

    /** Where a replay stands; one that is discarded after it was put in force is in force still. */
    public ReplayStanding standing(Replay replay) {
        if (isInForce(replay.no())) {
            return ReplayStanding.IN_FORCE;
        }
        return replay.isCompleted() && isTakenBack(replay.no())
                ? ReplayStanding.TAKEN_BACK
                : ReplayStanding.valueOf(replay.state().name());
    }

    /** Whether the barème of a replay is the one that holds: a night since keeps it, whatever data it brought. */
    public boolean isInForce(long replay) {
        return inForce().filter(holding -> holding == replay).isPresent();
    }

    /** One that is taken back gives way to what it had replaced. */
    private Optional<Long> inForce() {
        int undone = 0;
        for (Step step : steps) {
            if (step.kind() == ReplayStep.Kind.ROLLBACK) {
                undone++;
            } else if (undone == 0) {
                return Optional.of(step.replay());
            } else {
                undone--;
            }
        }
        return Optional.empty();
    }

    /** Whether a replay was put in force, and taken back since. */
    public boolean isTakenBack(long replay) {
        return steps.stream()
                .filter(step -> step.replay() == replay)
                .findFirst()
                .filter(step -> step.kind() == ReplayStep.Kind.ROLLBACK)
                .isPresent();
    }
}
