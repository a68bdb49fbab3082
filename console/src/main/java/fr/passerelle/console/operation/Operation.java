package fr.passerelle.console.operation;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One command of the operators' program, whole.
 *
 * @param subject what it is about, as people say it: N-000012, R-000003, a SIREN; « région » where it is all
 * @param words arguments, each as the program receives it; no shell reads them
 */
public record Operation(Action action, String subject, List<String> words) {

    private static final String SAFE = "[\\p{Alnum}_./:=-]+";

    /** Copies the words. */
    public Operation {
        words = List.copyOf(words);
    }

    Lane lane() {
        return action.lane();
    }

    /** The command to type in a terminal: what a shell would change is quoted. */
    public String typed() {
        return words.stream().map(Operation::quoted).collect(Collectors.joining(" ", "./passerelle ", ""));
    }

    private static String quoted(String word) {
        return word.matches(SAFE) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
