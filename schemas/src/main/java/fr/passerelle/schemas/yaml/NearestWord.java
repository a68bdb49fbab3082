package fr.passerelle.schemas.yaml;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The word that somebody probably meant. */
public final class NearestWord {

    private static final int LETTERS_A_SLIP = 3;

    private NearestWord() {}

    /** The nearest of several words; empty where none is near: more than one slip in three letters. */
    public static Optional<String> of(String word, Iterable<String> words) {
        return StreamSupport.stream(words.spliterator(), false)
                .filter(known -> distance(word, known) <= Math.max(1, known.length() / LETTERS_A_SLIP))
                .min(Comparator.comparingInt(known -> distance(word, known)));
    }

    /** The same as the end of a sentence, before its point; nothing where none is near. */
    public static String hint(String word, Iterable<String> words) {
        return of(word, words)
                .map(near -> " (vouliez-vous dire « " + near + " » ?)")
                .orElse("");
    }

    /** Letters that were changed, missed, added, or swapped with their neighbour (optimal string alignment). */
    private static int distance(String one, String other) {
        String here = one.toLowerCase(Locale.ROOT);
        String there = other.toLowerCase(Locale.ROOT);
        int[][] slips = new int[here.length() + 1][there.length() + 1];
        for (int i = 0; i <= here.length(); i++) {
            for (int j = 0; j <= there.length(); j++) {
                slips[i][j] = i == 0 || j == 0 ? i + j : slips(slips, i, j, here, there);
            }
        }
        return slips[here.length()][there.length()];
    }

    private static int slips(int[][] before, int i, int j, String here, String there) {
        char letter = here.charAt(i - 1);
        char wanted = there.charAt(j - 1);
        int changed = before[i - 1][j - 1] + (letter == wanted ? 0 : 1);
        int least = Math.min(changed, Math.min(before[i - 1][j], before[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && letter == there.charAt(j - 2) && here.charAt(i - 2) == wanted;
        return swapped ? Math.min(least, before[i - 2][j - 2] + 1) : least;
    }
}
