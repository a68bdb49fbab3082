package fr.passerelle.console.replay;

import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.replay.ReplayForce;
import fr.passerelle.published.run.Run;
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
 * @param force which replay is in force, and which were taken back
 */
record ReplayContext(Map<Long, Run> bases, long lastNight, ReplayForce force, Optional<PublishedResults> published) {

    /** Whether a night was published since: the replay may no longer be what would be put in force. */
    boolean isLate(Replay replay) {
        return lastNight > replay.baseRun();
    }

    /** Whether the results of a replay are those that hold. */
    boolean holds(Replay replay) {
        return published
                .filter(all -> all.run().hash().equals(replay.resultHash()))
                .isPresent();
    }

    private Run base(Replay replay) {
        return Objects.requireNonNull(bases.get(replay.baseRun()));
    }

    /** What may be done with a replay, the most useful first. */
    List<ReplayAction> gestures(Replay replay) {
        return switch (replay.state()) {
            case PLANNED, RUNNING, FAILED -> List.of(ReplayAction.RUN, ReplayAction.DISCARD);
            case COMPLETED -> ofCompleted(replay);
            case DISCARDED -> List.of();
        };
    }

    private List<ReplayAction> ofCompleted(Replay replay) {
        List<ReplayAction> gestures = new ArrayList<>();
        boolean holds = holds(replay);
        if (replay.scope().isRegion() && !holds && !isLate(replay) && replay.mayHoldOn(base(replay))) {
            gestures.add(ReplayAction.PUT_IN_FORCE);
        }
        if (holds && force.isInForce(replay.no())) {
            gestures.add(ReplayAction.ROLLBACK);
        }
        gestures.add(ReplayAction.DISCARD);
        return gestures;
    }
}
