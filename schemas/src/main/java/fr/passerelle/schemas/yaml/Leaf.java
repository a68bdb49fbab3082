package fr.passerelle.schemas.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value of the text.
 *
 * @param text as written, without its quotes
 * @param quoted whether it had quotes
 */
public record Leaf(Problems problems, String path, LineColumn at, String text, boolean quoted) implements Tree {

    /** An empty value of no text: nobody hears what is wrong with it. */
    public static Leaf absent() {
        return new Leaf(new Problems(), "", LineColumn.WHOLE_TEXT, "", false);
    }

    /** Whether it is one of several words; says so where it is not. */
    public boolean oneOf(List<String> words) {
        if (words.contains(text)) {
            return true;
        }
        problem("« %s » n'est pas possible%s ; écrivez l'un de ces mots : %s"
                .formatted(text, NearestWord.hint(text, words), String.join(", ", words)));
        return false;
    }

    /** A whole number between two bounds, included; null, and said, where it is not. */
    public @Nullable Integer whole(int least, int greatest) {
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= greatest) {
                return number;
            }
        }
        problem("« %s » n'est pas possible ; écrivez un nombre entier de %d à %d".formatted(text, least, greatest));
        return null;
    }
}
