package fr.passerelle.schemas.person;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a file within a sentence: shown to whoever has the file, masked in what is kept or printed elsewhere. What reaches somebody
 * (an address, a number) is shown to nobody.
 */
public final class Quote {

    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';
    private static final Pattern MARKS = Pattern.compile("[" + OPEN + CLOSE + "]");
    private static final Pattern QUOTES = Pattern.compile(OPEN + "([^" + CLOSE + "]*)" + CLOSE);
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private Quote() {}

    /** A word, to be put into a sentence that is either masked or shown. */
    public static String of(String word) {
        return OPEN + MARKS.matcher(word).replaceAll("") + CLOSE;
    }

    /** The sentence as it may be kept. */
    public static String masked(String sentence) {
        return QUOTES.matcher(sentence).replaceAll(quote -> escaped(SafeWords.show(quote.group(1))));
    }

    /** The sentence for whoever has the file. */
    public static String shown(String sentence) {
        return QUOTES.matcher(sentence).replaceAll(Quote::shown);
    }

    /** The sentence for whoever typed these words: the others are masked. */
    public static String shown(String sentence, Set<String> typed) {
        return QUOTES.matcher(sentence)
                .replaceAll(quote ->
                        typed.contains(quote.group(1)) ? shown(quote) : escaped(SafeWords.show(quote.group(1))));
    }

    private static String shown(MatchResult quote) {
        return escaped(shownWord(quote.group(1)));
    }

    /** A word alone for whoever has the file, with nothing in it that a terminal would obey. */
    public static String shownWord(String word) {
        return CONTROLS.matcher(PersonMask.mask(word)).replaceAll(" ");
    }

    private static String escaped(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }
}
