package fr.passerelle.schemas.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that somebody probably meant. */
public final class NearestWord {

    private static final int LETTERS_A_SLIP = 3;

    private NearestWord() {}

    /** The nearest of several words; empty where none is near: more than one slip in three letters. */
    public static Optional<String> of(String word, Collection<String> words) {
        return words.stream()
                .filter(known -> distance(word, known) <= Math.max(1, known.length() / LETTERS_A_SLIP))
                .min(Comparator.comparingInt(known -> distance(word, known)));
    }

    static String hint(String word, Collection<String> words) {
        return of(word, words)
                .map(near -> " (vouliez-vous dire « " + near + " » ?)")
                .orElse("");
    }

    private static int distance(String one, String other) {
        String here = one.toLowerCase(Locale.ROOT);
        String there = other.toLowerCase(Locale.ROOT);
        int[] row = new int[there.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= here.length(); i++) {
            next(row, i, here.charAt(i - 1), there);
        }
        return row[there.length()];
    }

    /** Levenshtein's next row, in place. */
    private static void next(int[] row, int first, char letter, String there) {
        int diagonal = row[0];
        row[0] = first;
        for (int j = 1; j < row.length; j++) {
            int above = row[j];
            int changed = diagonal + (there.charAt(j - 1) == letter ? 0 : 1);
            row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
            diagonal = above;
        }
    }
}
