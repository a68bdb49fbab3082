package fr.passerelle.texts;

import java.util.regex.Pattern;

/** How long a text is, as a reader counts: a number with its thousands apart is one word, a sign alone is none. */
public final class WordCount {

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern HAS_A_LETTER_OR_DIGIT = Pattern.compile(".*[\\p{L}\\p{N}].*");

    private WordCount() {}

    /** Words of a text, from 0. */
    public static int count(String text) {
        return (int) BETWEEN.splitAsStream(text)
                .filter(token -> HAS_A_LETTER_OR_DIGIT.matcher(token).matches())
                .count();
    }
}
