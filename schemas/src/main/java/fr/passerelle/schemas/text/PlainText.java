package fr.passerelle.schemas.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text by its letters alone, as people compare names: neither case nor accents tell two apart. */
public final class PlainText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

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
}
