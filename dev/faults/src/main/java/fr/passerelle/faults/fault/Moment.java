package fr.passerelle.faults.fault;

import fr.passerelle.faults.machine.Lines;
import fr.passerelle.faults.machine.Program;
import java.util.regex.Pattern;

/**
 * A moment of a night: so long after a phase began.
 *
 * @param phase its name
 * @param after the name of the phase before, whose end is printed; empty when it begins with the program
 * @param millis how long after
 */
record Moment(String phase, String after, long millis) {

    /** Waits for it; answers false when the command ended before. */
    boolean await(Program command) {
        if (!after.isEmpty() && !after.equals("Démarrage") && !command.awaitSaying("(?m)^" + Pattern.quote(after) + " ")) {
            return false;
        }
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return command.isAlive();
    }

    /** What the command had done when it came. */
    static String reached(Program command) {
        var last = Lines.last(command.errors()).replaceFirst(" \\.{3,}.*", "");
        return last.isEmpty() ? "au démarrage" : "après « " + last + " »";
    }

    @Override
    public String toString() {
        return phase + " + " + millis + " ms";
    }
}
