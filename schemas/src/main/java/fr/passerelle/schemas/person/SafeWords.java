package fr.passerelle.schemas.person;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Shows texts that no one vouches for (a header, the name of a file or of a sheet, a cell that is not what it should be) without ever
 * showing a name: only the words of a known vocabulary stay, and numbers too short to call or to identify anyone.
 */
public final class SafeWords {

    private static final WordList VOCABULARY = WordList.load("vocabulaire.txt");
    private static final Pattern WORD =
            Pattern.compile("\\p{Lu}?\\p{Ll}[\\p{Ll}\\p{M}]*|\\p{Lu}[\\p{Lu}\\p{M}]*|\\p{L}[\\p{L}\\p{M}]*");
    private static final Pattern MANY_DIGITS = Pattern.compile("\\d(?:[ .,/_\\u00A0\\u202F-]?\\d){8,}");
    private static final Pattern BLOTS = Pattern.compile("\\[masqué\\](?:[ '’._-]*\\[masqué\\])+");
    private static final int LONGEST = 120;

    private SafeWords() {}

    /** Whether a text can be shown as it is. */
    public static boolean areSafe(String text) {
        return show(text).equals(text);
    }

    /** The text, cut after 120 characters, without the words that are not known and without long numbers. */
    public static String show(String text) {
        String known = WORD.matcher(PersonMask.mask(cut(text))).replaceAll(SafeWords::known);
        String shortNumbers = MANY_DIGITS.matcher(known).replaceAll(PersonMask.BLOT);
        return BLOTS.matcher(shortNumbers).replaceAll(PersonMask.BLOT);
    }

    private static String known(MatchResult word) {
        String text = word.group();
        boolean safe = text.length() == 1 || text.equals("masqué") || VOCABULARY.has(text);
        return safe ? text : PersonMask.BLOT;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
