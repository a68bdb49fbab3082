package fr.passerelle.console.programme;

import fr.passerelle.envelope.scenario.CreditLines;
import fr.passerelle.envelope.scenario.ScenarioStep;
import fr.passerelle.schemas.event.ScenarioComputed;
import java.util.List;

/**
 * A scenario of credits on its page.
 *
 * @param credits as they were frozen
 * @param steps who took which, in order
 * @param waiting the next to enter first
 * @param published identifier of the run that is published now
 */
record ScenarioView(
        ScenarioLine line,
        CreditLines credits,
        List<ScenarioStep> steps,
        ScenarioComputed computed,
        ProgrammeSheet sheet,
        List<WaitingView> waiting,
        String published) {

    /** Identifier of the run that it starts from. */
    public String start() {
        return computed.getRun().getRunId();
    }

    /** Whether that is the run that is published now. */
    public boolean current() {
        return start().equals(published);
    }
}
