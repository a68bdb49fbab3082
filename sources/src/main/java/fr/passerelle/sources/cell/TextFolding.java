package fr.passerelle.sources.cell;

import fr.passerelle.schemas.text.PlainText;
import java.util.regex.Pattern;

/** Texts without what people do not hold to: case, accents, kinds of spaces. Digits of other scripts stay what they are. */
final class TextFolding {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u2009\\u202F]+");

    private TextFolding() {}

    /** Lower case, without accents, one ordinary space for any run of spaces, none at the ends. */
    static String of(String text) {
        return spaces(PlainText.of(text));
    }

    /** One ordinary space for any run of spaces, none at the ends. */
    static String spaces(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }
}
