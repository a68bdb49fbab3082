package fr.passerelle.faults.fault;

import fr.passerelle.local.program.ProgramProcess;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A moment of a night: so long after a phase began.
 *
 * @param rank the rank of the phase, from 0
 * @param phase its name
 * @param since names of the phase before and of those after: a program prints one when that phase ends, and a restart only those that it does
 * @param millis how long after
 */
record Moment(int rank, String phase, List<String> since, long millis) {

    private static final Pattern ENDED = Pattern.compile("(?m)^(\\p{L}[\\p{L} ]+) \\.{3,} ");

    /**
     * Waits for it; answers false when the command ended before. A command that waits at a boundary for another strike has come at least
     * that far: strikes are in the order of their phases.
     */
    boolean await(ProgramProcess command) {
        if (!since.isEmpty()
                && !command.says("(?m)^(("
                        + since.stream().map(Pattern::quote).collect(Collectors.joining("|"))
                        + ") |passerelle\\.pause-at=)")) {
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
    static String reached(ProgramProcess command) {
        return ENDED.matcher(command.errors())
                .results()
                .reduce((before, after) -> after)
                .map(last -> "après « " + last.group(1) + " »")
                .orElse("au démarrage");
    }

    @Override
    public String toString() {
        return phase + " + " + millis + " ms";
    }
}
