package fr.passerelle.schemas.person;

import java.text.Normalizer;

/** What an eye takes for the same letter, digit, space or dash: a text pasted from a page or a letter holds them unseen. */
final class LookAlikes {

    private static final char FIRST_PUNCTUATION = '\u2000';
    private static final char SOFT_HYPHEN = '\u00AD';
    private static final char ARABIC = '\u0600';

    private LookAlikes() {}

    /** The text as an eye reads it; the same text where nothing in it looks like something else. */
    static String plain(String text) {
        if (text.chars().noneMatch(LookAlikes::mayDeceive)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().forEach(c -> append(plain, c));
        return plain.toString();
    }

    private static boolean mayDeceive(int c) {
        return c == '\t' || c == SOFT_HYPHEN || c >= ARABIC && (c >= FIRST_PUNCTUATION || Character.isDigit(c));
    }

    private static void append(StringBuilder plain, int c) {
        int type = Character.getType(c);
        if (type == Character.SPACE_SEPARATOR || c == '\t') {
            plain.append(' ');
        } else if (type == Character.DASH_PUNCTUATION) {
            plain.append('-');
        } else if (type == Character.DECIMAL_DIGIT_NUMBER) {
            plain.append(Character.digit(c, 10));
        } else if (type != Character.FORMAT) {
            plain.appendCodePoint(c);
        }
    }
}
