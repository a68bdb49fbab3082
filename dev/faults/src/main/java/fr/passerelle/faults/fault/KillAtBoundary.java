package fr.passerelle.faults.fault;

import fr.passerelle.local.program.ProgramProcess;
import java.util.Map;

/**
 * Signal 9 to the nightly job where it waits at a named boundary.
 *
 * @param boundary as {@code passerelle.pause-at} names it
 * @param phase the rank of its phase
 */
record KillAtBoundary(String boundary, int phase) implements Strike {

    @Override
    public String name() {
        return "kill-nightly";
    }

    @Override
    public String when() {
        return boundary;
    }

    @Override
    public boolean atBoundary() {
        return true;
    }

    @Override
    public Map<String, String> properties(Stage stage) {
        return Map.of("passerelle.pause-at", boundary);
    }

    @Override
    public Evidence strike(ProgramProcess command, Stage stage) {
        if (!command.says("pause-at=" + boundary)) {
            return new Evidence(false, "la frontière " + boundary + " n'a pas été atteinte");
        }
        return Victim.NIGHTLY.kill(command, stage.target());
    }
}
