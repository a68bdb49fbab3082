package fr.passerelle.batch.run;

import fr.passerelle.published.run.Run;

/** How a command about a run ended. */
public sealed interface RunOutcome {

    /** The run. */
    Run run();

    /** It is current. */
    record Published(Run run) implements RunOutcome {}

    /** Nothing had changed: the last run stands. */
    record NothingToDo(Run run) implements RunOutcome {}

    /** It stopped, and says why in French. */
    record Stopped(Run run, String why) implements RunOutcome {}
}
