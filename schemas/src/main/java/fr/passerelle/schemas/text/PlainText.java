package fr.passerelle.schemas.text;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A text by its letters alone, as people compare names: neither case nor accents tell two apart. */
public final class PlainText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Pattern INITIALS = Pattern.compile("\\p{L}+\\p{Lu}");

    private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)");
    private static final Set<String> LINKS =
            Set.of("a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "sur");

    private PlainText() {}

    /** The same with a capital first. */
    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.FRANCE) + text.substring(1);
    }

    /** The same with a small letter first, as within a sentence; what begins by initials, such as « RNIC » or « WiFi », stays. */
    public static String small(String text) {
        return INITIALS.matcher(text).lookingAt() || text.isEmpty()
                ? text
                : text.substring(0, 1).toLowerCase(Locale.FRANCE) + text.substring(1);
    }

    /** Lower case, without accents, ligatures as two letters: « Sœurs d'Été » is « soeurs d'ete ». */
    public static String of(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return bare.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
    }

    /** The same, with one space for all that is neither letter nor figure: « Château-Thierry (02) » is « chateau thierry 02 ». */
    public static String words(String text) {
        return BETWEEN_WORDS.matcher(of(text)).replaceAll(" ").strip();
    }

    /** Whether all of some words are found in what is plain, whatever their accents and capitals; without a letter or figure all is. */
    public static Predicate<String> holding(String words) {
        List<String> asked = List.of(words(words).split(" "));
        return text -> asked.stream().allMatch(text::contains);
    }

    /**
     * What people make of a long name: « CA de la Région de Château-Thierry » is « carct ». What is in capitals already counts whole,
     * what links words or is in brackets does not count.
     */
    public static String initials(String name) {
        return BETWEEN_WORDS
                .splitAsStream(ASIDE.matcher(name).replaceAll(" "))
                .filter(word -> !word.isEmpty() && !LINKS.contains(of(word)))
                .map(word -> of(word.equals(word.toUpperCase(Locale.ROOT)) ? word : word.substring(0, 1)))
                .collect(Collectors.joining());
    }

    /** The word that somebody probably meant. */
    public static final class NearestWord {

        private NearestWord() {}

        /** The nearest of several words; empty where none is near: more than one slip in three letters. */
        public static Optional<String> of(String word, Iterable<String> words) {
            return StreamSupport.stream(words.spliterator(), false)
                    .filter(known -> distance(word, known) <= Math.max(1, known.length() / 3))
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
}
