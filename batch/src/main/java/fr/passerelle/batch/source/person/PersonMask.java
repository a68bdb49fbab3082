package fr.passerelle.batch.source.person;

import java.util.List;
import java.util.regex.Pattern;

/** Blots out what looks like an e-mail address, a telephone number or a social security number in a text that is to be kept. */
public final class PersonMask {

    private static final String BLOT = "[masqué]";
    private static final String GAP = "[ .\\u00A0\\u202F-]?";
    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}.-]+"),
            Pattern.compile("(?<!\\d)[12](" + GAP + "\\d{2}){2}" + GAP + "(\\d{2}|2[AB])(" + GAP + "\\d{3}){2}(" + GAP
                    + "\\d{2})?(?!\\d)"),
            Pattern.compile("(?<!\\d)(\\+33|0033|0)" + GAP + "[1-9](" + GAP + "\\d{2}){4}(?!\\d)"));

    private PersonMask() {}

    /** The text with what looks like a person blotted out. */
    public static String mask(String text) {
        String masked = text;
        for (Pattern pattern : PATTERNS) {
            masked = pattern.matcher(masked).replaceAll(BLOT);
        }
        return masked;
    }
}
