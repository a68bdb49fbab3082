package fr.passerelle.schemas.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text by its letters alone, as people compare names: neither case nor accents tell two apart. */
public final class PlainText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)");
    private static final Set<String> LINKS =
            Set.of("a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "sur");

    private PlainText() {}

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
}
