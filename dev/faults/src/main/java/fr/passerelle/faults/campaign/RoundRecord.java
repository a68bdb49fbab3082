package fr.passerelle.faults.campaign;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a round was and gave.
 *
 * @param number from 1
 * @param night the night, from 1
 * @param struck the faults, in order
 * @param remedies what was done besides starting again
 * @param records how many committed records of the log were read; 0 when the night could not be finished, so that nothing was checked
 * @param violations what did not hold; empty when all did
 * @param seconds how long it took
 */
public record RoundRecord(
        long seed,
        int number,
        String target,
        int night,
        List<InjectedFault> struck,
        List<String> remedies,
        int records,
        List<String> violations,
        long seconds) {

    /** One line, in French. */
    public String line() {
        var what = struck.stream().map(InjectedFault::line).collect(Collectors.joining(" ; "));
        var healed = remedies.isEmpty() ? "" : " ; remède : " + String.join(", ", remedies);
        var result = violations.isEmpty() ? "tenu" : "VIOLÉ : " + String.join(" | ", violations);
        var checked = records == 0 ? "I1 à I10 non vérifiés" : "vérifié I1 à I10 sur " + records + " enregistrements";
        return "graine %d, tour %d, %s nuit %d : %s%s ; %s ; %s (%d s)"
                .formatted(seed, number, target, night, what, healed, checked, result, seconds);
    }

    Stream<InjectedFault> fired() {
        return struck.stream().filter(each -> each.evidence().fired());
    }
}
