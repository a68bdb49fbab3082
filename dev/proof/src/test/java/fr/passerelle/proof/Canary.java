package fr.passerelle.proof;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Somebody who does not exist, planted where real people slip in; and a harmless word, planted beside to prove that the search finds. */
final class Canary {

    static final String NAME = "Zénobie Quatrepoint";
    static final String TITLED = "Mme " + NAME;
    /** Without a title, under a first name that many bear. */
    static final String BARE = "Jean Quatrepoint";

    static final String PHONE = "06 47 11 58 93";
    static final String NIR = "2 85 05 80 123 456 78";
    static final String EMAIL = "zenobie.quatrepoint@exemple.fr";
    static final String IBAN = "FR76 3000 6000 0112 3456 7890 189";
    static final String ALL = TITLED + ", " + PHONE + ", " + NIR + ", " + EMAIL;

    /** The same somebody as registers write them. */
    static final String UNTITLED =
            "madame zénobie quatrepoint, Dr Quatrepoint, Me Quatrepoint, Mmes Durand et Quatrepoint, " + IBAN
                    + ", zenobie[arobase]exemple.fr, née le 12/03/1956, 647115893";

    /** How people write such things, one by one: typed, glued together, pasted from a page or a letter. */
    static final List<String> SHAPES = List.of(
            TITLED,
            "M. Jean Quatrepoint",
            "Mme_Quatrepoint",
            "Mme\u2003Quatrepoint",
            "M\u00ADme Quatrepoint",
            PHONE,
            "06.47.11.58.93",
            "0647 115 893",
            "06\u201147\u201111\u201158\u201193",
            "06\u200947\u200911\u200958\u200993",
            "+33 6 47 11 58 93",
            "+33647115893",
            "0033 6 47 11 58 93",
            NIR,
            "2850580123456",
            "285058012345678",
            "２８５０５８０１２３４５６７８",
            EMAIL);

    /** Written in an accepted row and in a refused one, as a free text; without accents, which a workbook writes as entities. */
    static final String HARMLESS = "Sujet inoffensif";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("(?<=\\d)[\\h./_\\p{Pd}](?=\\d)|\\p{Cf}");
    private static final List<String> TRACES =
            List.of("zenobie", "quatrepoint", "647115893", "2850580123456", "exemple.fr", "30006000011", "12/03/1956");

    private Canary() {}

    /** What of the canary is in a text, whatever the case, the accents and the gaps between digits. */
    static List<String> tracesIn(String text) {
        String plain = plain(text);
        return TRACES.stream().filter(plain::contains).toList();
    }

    /** The first lines in which something of it stands. */
    static List<String> linesIn(String text) {
        return text.lines().filter(line -> !tracesIn(line).isEmpty()).limit(5).toList();
    }

    static boolean harmlessIn(String text) {
        return plain(text).contains(plain(HARMLESS));
    }

    private static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String bare = MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
        return GAPS.matcher(bare).replaceAll("");
    }
}
