package fr.passerelle.console.run;

import fr.passerelle.console.page.PageTexts;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunSituation;
import fr.passerelle.published.run.RunSituation.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run on its own page.
 *
 * @param line as in the list
 * @param running whether the page follows it
 * @param toDo what to do next, in French
 * @param command that does it, for an operator; null where there is none
 * @param steps in their order
 * @param done steps that are over
 * @param mayRestart whether an operator may take it up
 * @param mayAbandon whether an operator may give it up
 * @param mayRecover whether its process is dead
 */
record RunView(
        RunLine line,
        Run run,
        boolean running,
        String toDo,
        @Nullable String command,
        List<StepLine> steps,
        long done,
        boolean mayRestart,
        boolean mayAbandon,
        boolean mayRecover) {

    static RunView of(RunSituation situation, RunLine line, List<StepLine> steps, PageTexts wording) {
        Run run = situation.run();
        Standing standing = situation.standing();
        return new RunView(
                line,
                run,
                standing == Standing.RUNNING,
                wording.say("executions.afaire." + standing.name())
                        + (standing == Standing.STOPPED && run.expectedHash() != null
                                ? " " + wording.say("executions.afaire.attendue")
                                : ""),
                situation.next(),
                steps,
                steps.stream().filter(step -> step.code().equals("fait")).count(),
                standing.mayRestart(),
                standing.mayBeAbandoned(),
                standing == Standing.INTERRUPTED);
    }

    /** Whether its results are published. */
    public boolean published() {
        return run.state() == Run.State.PUBLISHED;
    }

    /** Whether it was given up. */
    public boolean abandoned() {
        return run.state() == Run.State.ABANDONED;
    }

    /** Why it stopped; null where it did not. */
    public @Nullable String failure() {
        return run.failure();
    }
}
