package fr.passerelle.console.replay;

import fr.passerelle.console.operation.Fact;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.run.Run;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A replay as pages show it.
 *
 * @param state in French
 * @param code stable code of the state, lower case, for its mark
 * @param scope in French
 * @param toDo what to do next, in French
 * @param counts what it reaches, and what it gave once it is completed
 * @param steps in order, each in French
 * @param gestures what an operator may do with it: parts of paths, the most useful first
 */
record ReplayView(
        Replay replay,
        Run base,
        String state,
        String code,
        String scope,
        String toDo,
        List<Fact> counts,
        List<Step> steps,
        List<Button> gestures) {

    /** Whether there is something to compare. */
    public boolean comparable() {
        return replay.isCompleted();
    }

    /** One step. */
    record Step(
            String name,
            String account,
            String reason,
            @Nullable String runId,
            OffsetDateTime doneAt) {}

    /** One gesture: last part of its path, what its button says. */
    record Button(String path, String label, boolean first) {}
}
