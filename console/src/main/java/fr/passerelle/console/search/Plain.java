package fr.passerelle.console.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text as one searches it: small letters and digits without accents, words apart by one space. */
public final class Plain {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Plain() {}

    /** « Château-Thierry » is « chateau thierry ». */
    public static String of(String text) {
        String small = text.toLowerCase(Locale.FRANCE).replace("œ", "oe").replace("æ", "ae");
        String bare = ACCENTS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD))
                .replaceAll("");
        return BETWEEN.matcher(bare).replaceAll(" ").strip();
    }
}
