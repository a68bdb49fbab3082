package fr.passerelle.schemas.person;

import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.schemas.text.TextResource;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        String known = WORD.matcher(PersonMask.mask(cut)).replaceAll(SafeWords::known);
        String shortNumbers = MANY_DIGITS.matcher(known).replaceAll(PersonMask.BLOT);
        return BLOTS.matcher(shortNumbers).replaceAll(PersonMask.BLOT);
    }

    private static String known(MatchResult word) {
        String text = word.group();
        boolean safe = text.length() == 1 || text.equals("masqué") || VOCABULARY.has(text);
        return safe ? text : PersonMask.BLOT;
    }

    /**
     * A word of a file within a sentence: shown to whoever has the file, masked in what is kept or printed elsewhere. What reaches somebody
     * (an address, a number) is shown to nobody.
     */
    public static final class Quote {

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
            return shown(sentence, Set.of());
        }

        /** The sentence for whoever has the file. */
        public static String shown(String sentence) {
            return QUOTES.matcher(sentence).replaceAll(quote -> Matcher.quoteReplacement(shownWord(quote.group(1))));
        }

        /** The sentence for whoever typed these words: the others are masked. */
        public static String shown(String sentence, Set<String> typed) {
            return QUOTES.matcher(sentence)
                    .replaceAll(quote -> Matcher.quoteReplacement(
                            typed.contains(quote.group(1)) ? shownWord(quote.group(1)) : show(quote.group(1))));
        }

        /** A word alone for whoever has the file, with nothing in it that a terminal would obey. */
        public static String shownWord(String word) {
            return CONTROLS.matcher(PersonMask.mask(word)).replaceAll(" ");
        }
    }

    /** A list of words shipped with the program: one or several a line, {@code #} begins a comment. */
    record WordList(Set<String> words) {

        /** @param name of the file, in the folder {@code person} */
        static WordList load(String name) {
            return new WordList(TextResource.of("/person/" + name, "La liste de mots " + name)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .collect(Collectors.toUnmodifiableSet()));
        }

        /** Whether a word, whatever its case and accents, is in the list. */
        boolean has(String word) {
            return words.contains(PlainText.of(word));
        }
    }
}
