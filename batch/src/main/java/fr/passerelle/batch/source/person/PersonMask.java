package fr.passerelle.batch.source.person;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Blots out of a free text what looks like a person: an e-mail address, a social security number, a telephone number, a title followed by a
 * name. A bare name in a free text cannot be told from the name of a place and is not recognised.
 */
public final class PersonMask {

    /** What stands in place of what was blotted out. */
    public static final String BLOT = "[masqué]";

    private static final String GAP = "[ .\\u00A0\\u202F_/-]{0,2}";
    private static final String TITLE =
            "(?<!\\p{L})(?i:(?:messieurs|mesdames|mesdemoiselles|monsieur|madame|mademoiselle|mmes|mme|mlles|mlle|mr)(?!\\p{L})\\.?|mm?\\.)";
    private static final String PARTICLE = "(?:(?i:de la|de|du|des|d['’]|le|la|el|ben|van|von)[ \\u00A0]?)?";
    private static final String NAME = PARTICLE + "[\\p{Lu}\\uFFFD][\\p{L}\\p{M}\\uFFFD.'’-]*";
    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile("[\\p{L}\\p{N}._%+'-]+[ ]?(?:@|\\(at\\)|\\[at\\])[ ]?[\\p{L}\\p{N}.-]+"),
            Pattern.compile("(?<!\\d)[12378](" + GAP + "\\d{2}){2}" + GAP + "(\\d{2}|2[ABab])(" + GAP + "\\d{3}){2}("
                    + GAP + "\\d{2})?(?!\\d)"),
            Pattern.compile("(?<!\\d)(?:\\+|00)" + GAP + "[1-9]\\d{0,2}" + GAP + "(?:\\(0\\))?" + GAP + "\\d(" + GAP
                    + "\\d{2}){4}(?!\\d)"),
            Pattern.compile("(?<!\\d)0" + GAP + "[1-9](" + GAP + "\\d{2}){4}(?!\\d)"),
            Pattern.compile(TITLE + "[\\s\\u00A0\\u202F]*" + NAME + "(?:[ \\u00A0\\u202F-]+" + NAME + "){0,3}"));

    /** A number of a person has at least so many digits. */
    private static final int FEWEST_DIGITS = 10;

    private PersonMask() {}

    /** The text with what looks like a person blotted out; the same text where nothing does. */
    public static String mask(String text) {
        if (!mayHide(text)) {
            return text;
        }
        String masked = text;
        for (Pattern pattern : PATTERNS) {
            masked = pattern.matcher(masked).replaceAll(BLOT);
        }
        return masked;
    }

    /** Whether something in the text looks like a person. */
    public static boolean hides(String text) {
        return mayHide(text)
                && PATTERNS.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }

    /** What each pattern needs, seen in one pass, which most cells end with: an at sign or its bracket, ten digits, a word in m. */
    private static boolean mayHide(String text) {
        int digits = 0;
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += isDigit(c) ? 1 : 0;
            if (digits == FEWEST_DIGITS || isAt(c) || isM(c) && !Character.isLetter(before)) {
                return true;
            }
            before = c;
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAt(char c) {
        return c == '@' || c == '(' || c == '[';
    }

    private static boolean isM(char c) {
        return c == 'm' || c == 'M';
    }
}
