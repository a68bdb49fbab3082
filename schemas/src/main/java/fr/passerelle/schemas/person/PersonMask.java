package fr.passerelle.schemas.person;

import java.util.regex.Pattern;

/**
 * Blots out of a free text what looks like a person: an e-mail address, a number that calls or identifies someone, a birth, a title
 * followed by a name. A bare name in a free text cannot be told from the name of a place and is not recognised.
 */
public final class PersonMask {

    /** What stands in place of what was blotted out. */
    public static final String BLOT = "[masqué]";

    /** A number of a person has at least so many digits. */
    private static final int FEWEST_DIGITS = 9;

    private PersonMask() {}

    /** The text with what looks like a person blotted out; the same text where nothing does. */
    public static String mask(String text) {
        String plain = LookAlikes.plain(text);
        if (!mayHide(plain)) {
            return text;
        }
        String masked = plain;
        for (Pattern pattern : PersonPatterns.ALL) {
            masked = pattern.matcher(masked).replaceAll(BLOT);
        }
        return masked.equals(plain) ? text : masked;
    }

    /** Whether something in the text looks like a person. */
    public static boolean hides(String text) {
        String plain = LookAlikes.plain(text);
        return mayHide(plain) && PersonPatterns.in(plain, PersonPatterns.ALL);
    }

    /**
     * What each pattern needs, seen in one pass, which most texts end with: an at sign, its bracket or its word, nine digits, a word that may
     * be a title or tell a birth.
     */
    private static boolean mayHide(String text) {
        int digits = 0;
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += isDigit(c) ? 1 : 0;
            if (digits == FEWEST_DIGITS || isAt(c) || !Character.isLetter(before) && beginsATitle(text, i)) {
                return true;
            }
            before = c;
        }
        return false;
    }

    /** Whether a word may be madame, docteur, né or arobase, in any of their forms. */
    private static boolean beginsATitle(String text, int at) {
        char next = at + 1 < text.length() ? Character.toLowerCase(text.charAt(at + 1)) : ' ';
        return switch (text.charAt(at)) {
            case 'm', 'M' -> true;
            case 'd', 'D' -> next == 'r' || next == 'o';
            case 'n', 'N' -> next == 'é' || next == 'e' || next == '\uFFFD';
            case 'a', 'A' -> next == 'r';
            default -> false;
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAt(char c) {
        return c == '@' || c == '(' || c == '[' || c == '{';
    }
}
