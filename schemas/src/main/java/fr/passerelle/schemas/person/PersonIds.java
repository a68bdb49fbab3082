package fr.passerelle.schemas.person;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether an identifier is somebody: their telephone, their social security number, or their name. Told by its shape alone, so that a
 * sequence number of ten digits that begins as a telephone does is taken for one.
 */
public final class PersonIds {

    private static final WordList FIRST_NAMES = WordList.load("prenoms.txt");
    private static final WordList KNOWN = WordList.load("vocabulaire.txt");
    private static final Pattern APART = Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern TELEPHONE =
            Pattern.compile("(?<!\\d)(?:(?:0|0033)[1-9]|33[67])(?:\\d{8}|([._:/-])\\d{2}(?:\\1\\d{2}){3})(?!\\d)");
    private static final Pattern SECURITY = Pattern.compile(
            "(?<!\\d)([12378]\\d{2}(?:0[1-9]|1[0-2]|[2-9]\\d)(?:0[1-9]|[1-9]\\d|2[AB])\\d{6})(\\d{2})?(?!\\d)");
    private static final Pattern SEPARATORS = Pattern.compile("[._:/-]");
    private static final int FEWEST_DIGITS = 10;
    private static final int MODULUS = 97;

    /** A word that could be a name. */
    private static final int LONG = 4;

    private PersonIds() {}

    /** Whether it holds a telephone number or a social security number, or a title and a name: no id may, be it of a place. */
    public static boolean isSomebody(String id) {
        return isNumber(id)
                || PersonPatterns.in(id, PersonPatterns.TITLED)
                || PersonPatterns.in(SEPARATORS.matcher(id).replaceAll(" "), PersonPatterns.TITLED);
    }

    private static boolean isNumber(String id) {
        return digits(id) >= FEWEST_DIGITS
                && (TELEPHONE.matcher(id).find()
                        || isSecurity(id)
                        || isSecurity(SEPARATORS.matcher(id).replaceAll("")));
    }

    /** Whether it is a name, or a first name beside a word that nothing else is: {@code canarinet}, {@code zoe.canarinet.12}. */
    public static boolean isName(String id) {
        if (id.length() - digits(id) < LONG) {
            return false;
        }
        List<String> words =
                Arrays.stream(APART.split(id)).filter(word -> !word.isEmpty()).toList();
        boolean first = words.stream().anyMatch(FIRST_NAMES::has);
        boolean unknown =
                words.stream().anyMatch(word -> word.length() >= LONG && !KNOWN.has(word) && !FIRST_NAMES.has(word));
        return digits(id) == 0 ? first || unknown : first && unknown;
    }

    /** With its key, fifteen digits that fit; without it, thirteen whose month is one of the calendar. */
    private static boolean isSecurity(String id) {
        Matcher number = SECURITY.matcher(id);
        while (number.find()) {
            String key = number.group(2);
            if (key == null ? isOfTheCalendar(number.group(1)) : Integer.parseInt(key) == key(number.group(1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfTheCalendar(String number) {
        int month = Integer.parseInt(number.substring(3, 5));
        return month >= 1 && month <= 12;
    }

    private static int key(String number) {
        String decimal = number.replace("2A", "19").replace("2B", "18");
        return (int) (MODULUS - Long.parseLong(decimal) % MODULUS);
    }

    private static int digits(String id) {
        int digits = 0;
        for (int i = 0; i < id.length(); i++) {
            digits += id.charAt(i) >= '0' && id.charAt(i) <= '9' ? 1 : 0;
        }
        return digits;
    }
}
