package fr.passerelle.console.run;

import fr.passerelle.console.operation.Wording;
import fr.passerelle.published.run.RunRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run on its own page.
 *
 * @param line as in the list
 * @param running whether the page follows it
 * @param toDo what to do next, in French
 * @param steps in their order
 * @param done steps that are over
 * @param mayRestart whether an operator may take it up
 * @param mayAbandon whether an operator may give it up
 * @param mayRecover whether its process is dead
 */
record RunView(
        RunLine line,
        RunRow row,
        boolean running,
        String toDo,
        List<StepLine> steps,
        long done,
        boolean mayRestart,
        boolean mayAbandon,
        boolean mayRecover) {

    static RunView of(RunRow row, RunLine line, RunState runState, List<StepLine> steps, Wording wording) {
        return new RunView(
                line,
                row,
                runState == RunState.RUNNING,
                wording.say("executions.afaire." + runState.name(), row.id())
                        + (runState == RunState.STOPPED && row.expectedHash() != null
                                ? " " + wording.say("executions.afaire.attendue")
                                : ""),
                steps,
                steps.stream().filter(step -> step.code().equals("fait")).count(),
                runState.mayRestart(),
                runState.mayBeAbandoned(),
                runState == RunState.INTERRUPTED);
    }

    /** Why it stopped; null where it did not. */
    public @Nullable String failure() {
        return row.failure();
    }
}
