package fr.passerelle.cli.proposal;

import java.util.List;
import java.util.Map;

/** Columns that are check boxes, each of one function of a place. */
final class FunctionBoxes {

    /** The column of the table. */
    static final String COLUMN = "fonctions";

    private static final String BOX = COLUMN + ".";

    private FunctionBoxes() {}

    /** Whether a target is an item of the list, and not a column. */
    static boolean isBox(String target) {
        return target.startsWith(BOX);
    }

    /** The guesses that are boxes; none where one column says the whole list. */
    static List<Guess> boxes(Map<String, Guess> guesses) {
        return guesses.containsKey(COLUMN)
                ? List.of()
                : guesses.values().stream()
                        .filter(guess -> isBox(guess.target()))
                        .toList();
    }

    /** The item of a box. */
    static String item(Guess box) {
        return box.target().substring(BOX.length());
    }
}
