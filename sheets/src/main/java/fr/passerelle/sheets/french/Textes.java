package fr.passerelle.sheets.french;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import fr.passerelle.schemas.text.TextResource;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/** The French sentences: ICU messages by key, with named arguments. */
public final class Textes {

    private static final Pattern BEFORE_A_HIGH_SIGN = Pattern.compile(" (?=[;:?!»%€])");
    private static final Pattern AFTER_AN_OPENING_GUILLEMET = Pattern.compile("(?<=«) ");
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})'");
    private static final Pattern MINUS = Pattern.compile("(?<![\\p{L}\\d_-])-(?=\\d)");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}");
    private static final Pattern A_CODE = Pattern.compile("[A-Z][A-Z0-9_]+|[a-z][a-z0-9_]+");
    private static final String NO_BREAK_SPACE = "\u00a0";

    private static final Properties MESSAGES = load();

    private Textes() {}

    /** A message with its arguments. */
    public static String say(String key, Map<String, ?> arguments) {
        String formatted = new MessageFormat(pattern(key), ULocale.FRANCE).format(arguments);
        String said = CONTROLS.matcher(formatted).replaceAll(" ");
        return typeset(said);
    }

    /** A message without arguments as it is typed, for a page of Markdown. */
    public static String typed(String key) {
        return MessageFormat.format(pattern(key), Map.of());
    }

    /**
     * French as it is printed: the apostrophe is ’, the minus of a number is −, and no line breaks before a high sign. It is done once what is
     * said is whole, since a message gives the straight apostrophe a meaning of its own.
     */
    public static String typeset(String french) {
        String signs = MINUS.matcher(APOSTROPHE.matcher(french).replaceAll("’")).replaceAll("−");
        return AFTER_AN_OPENING_GUILLEMET
                .matcher(BEFORE_A_HIGH_SIGN.matcher(signs).replaceAll(NO_BREAK_SPACE))
                .replaceAll(NO_BREAK_SPACE);
    }

    /** A condition as a message asks: « oui » or « non ». */
    public static String yes(boolean holds) {
        return holds ? "oui" : "non";
    }

    /** A message without arguments. */
    public static String say(String key) {
        return say(key, Map.of());
    }

    /** The French of a stable code, of a family of codes; its own words where the file has none. What is no code stays as it is. */
    public static String word(String family, String code) {
        String key = family + "." + code;
        if (MESSAGES.containsKey(key)) {
            return say(key);
        }
        return A_CODE.matcher(code).matches() ? code.toLowerCase(Locale.ROOT).replace('_', ' ') : code;
    }

    /** The same of one that the program knows. */
    public static String word(String family, Enum<?> code) {
        return word(family, code.name());
    }

    /** Whether a code of a family has its own French words. */
    public static boolean knows(String family, String code) {
        return MESSAGES.containsKey(family + "." + code);
    }

    /** « A, B et C ». */
    public static String and(List<String> items) {
        return ListFormatter.getInstance(ULocale.FRANCE).format(items);
    }

    /** So many of them, and then how many others: what is said under a key that asks for their number. */
    public static String and(List<String> items, int most, String others) {
        List<String> told = new ArrayList<>(items.subList(0, Math.min(most, items.size())));
        if (told.size() < items.size()) {
            told.add(say(others, Map.of("n", items.size() - told.size())));
        }
        return and(told);
    }

    /** « A, B ou C ». */
    public static String or(List<String> items) {
        return ListFormatter.getInstance(ULocale.FRANCE, ListFormatter.Type.OR, ListFormatter.Width.WIDE)
                .format(items);
    }

    private static String pattern(String key) {
        String pattern = MESSAGES.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No text under " + key);
        }
        return pattern;
    }

    private static Properties load() {
        try {
            Properties messages = new Properties();
            messages.load(
                    new StringReader(TextResource.of("/explanation/textes_fr.properties", "Le recueil de textes")));
            return messages;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
