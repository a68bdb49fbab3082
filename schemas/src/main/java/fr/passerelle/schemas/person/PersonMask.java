package fr.passerelle.schemas.person;

import fr.passerelle.schemas.yaml.InvalidYaml;
import fr.passerelle.schemas.yaml.InvalidYaml.TextProblem;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
            digits += c >= '0' && c <= '9' ? 1 : 0;
            boolean at = c == '@' || c == '(' || c == '[' || c == '{';
            if (digits == FEWEST_DIGITS || at || !Character.isLetter(before) && beginsATitle(text, i)) {
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

    /** What a person looks like in a free text: each shape by its pattern. Broken accents (U+FFFD) stand for any letter. */
    static final class PersonPatterns {

        private static final String GAP = "[ .\\u00A0\\u202F_/-]{0,2}";
        private static final String SPACES = "[\\s\\u00A0\\u202F]+";
        private static final String NO_LETTER_BEFORE = "(?<!\\p{L})";
        private static final String NO_LETTER_AFTER = "(?!\\p{L})";

        private static final String AT = "(?:[ ]?(?:@|[(\\[{][ ]?(?i:at|arobase)[ ]?[)\\]}])[ ]?|[ ](?i:arobase)[ ])";
        private static final String DOT = "(?:\\.|[(\\[{](?i:point|dot)[)\\]}])";
        private static final String ADDRESS =
                "[\\p{L}\\p{N}._%+'-]+" + AT + "(?:[\\p{L}\\p{N}-]+" + DOT + ")+\\p{L}{2,}";

        private static final String NIR = "(?<!\\d)[12378](" + GAP + "\\d{2}){2}" + GAP + "(\\d{2}|2[ABab])(" + GAP
                + "\\d{3}){2}(" + GAP + "\\d{2})?(?!\\d)";
        private static final String FOREIGN_PHONE = "(?<!\\d)(?:\\+|00)" + GAP + "[1-9]\\d{0,2}" + GAP + "(?:\\(0\\))?"
                + GAP + "\\d(" + GAP + "\\d{2}){4}(?!\\d)";
        private static final String SPACE_OR_DOT = "[ .\\u00A0\\u202F-]";
        private static final String PHONE = "(?<!\\d)0(?:" + GAP + "[1-9](" + GAP + "\\d{2}){4}|[1-9]\\d{2}(?:"
                + SPACE_OR_DOT + "\\d{3}){2}|[1-9](?:" + SPACE_OR_DOT + "\\d{3}){2}" + SPACE_OR_DOT + "\\d{2})(?!\\d)";
        private static final String IBAN = "(?<![\\p{L}\\d])(?:[A-Z]{2}\\d{2}(?:[ \\u00A0]?[A-Z\\d]{4}){3,7}"
                + "(?:[ \\u00A0]?[A-Z\\d]{1,3})?|(?i:[a-z]{2}\\d{2}[a-z\\d]{11,30}))(?![\\p{L}\\d])";

        /** A SIREN has nine digits too: of those, only what a mobile telephone leaves when its zero is lost. */
        private static final String BARE_NUMBER = "(?<![\\p{L}\\d.,])(?:[67]\\d{8}|\\d{10,})(?![\\p{L}\\d])";

        private static final String PARTICLE = "(?:(?i:de la|de|du|des|d['’]|le|la|el|ben|van|von)[ \\u00A0]?)?";
        private static final String NAME = PARTICLE + "[\\p{Lu}\\uFFFD][\\p{L}\\p{M}\\uFFFD.'’-]*";
        private static final String NAMES = NAME + "(?:[ \\u00A0\\u202F-]+" + NAME + "){0,3}";

        /** Words that follow a title where nobody is named: {@code madame la maire}. */
        private static final String NOBODY =
                "(?!(?:l|la|le|les|un|une|des|et|ou|en|au|aux|à|a|est|qui|que|pour|sur|dans|par|avec|sans|ne|n|se|s|y|son|sa|ses"
                    + "|leurs?|mon|ma|mes|nos|notre|maires?|présidente?s?|ministres?|tout|toute|tous|toutes)"
                        + NO_LETTER_AFTER
                        + ")";

        private static final String SMALL_NAME =
                "(?:(?:de la|de|du|d['’])[ \\u00A0]?)?" + NOBODY + "\\p{Ll}[\\p{L}\\p{M}'’-]+";
        private static final String SMALL_NAMES =
                SMALL_NAME + "(?:[ \\u00A0\\u202F]+" + NOBODY + "\\p{Ll}[\\p{L}\\p{M}'’-]+)?";

        /** Streets and public places bear the names of people of old. */
        private static final String NO_PLACE_BEFORE = "(?<!" + NO_LETTER_BEFORE
                + "(?iu:rue|avenue|av|boulevard|bd|bvd|place|pl|allées?|impasse|chemin|square|quai|cours?|passage|route|rte|ruelle|esplanade|rond-point|pont|parc|jardin|résidence|cité|écoles?|collège|lycée|groupe"
                + " scolaire|hôpital|clinique|stade"
                + "|gymnase|piscine|médiathèque|bibliothèque|espace|centre|foyer|institut|fondation)\\.?["
                + " \\u00A0-](?:(?iu:du|de la|de|des)[ \\u00A0])?)";

        private static final String FULL_TITLE =
                "(?iu:messieurs|mesdames|mesdemoiselles|monsieur|madame|mademoiselle|mmes|mme"
                        + "|mlles|mlle|mr|dr|docteurs?)" + NO_LETTER_AFTER + "\\.?";
        private static final String OTHER_TITLE = "(?:(?i:mm?\\.)(?!\\p{Lu}\\.?\\p{Lu}(?:\\.|" + NO_LETTER_AFTER
                + "))|(?:Me|[Mm]aître|MAÎTRE)" + NO_LETTER_AFTER + ")";
        /** What every title begins with: looked at first, since what stands before is looked for in many lengths. */
        private static final String INITIAL = "(?=[mMdD])";

        private static final String BEGINNING =
                INITIAL + NO_PLACE_BEFORE + NO_LETTER_BEFORE + "(?<!" + NO_LETTER_BEFORE + "\\p{L}\\.)";

        /** Behind a number they are millimetres. */
        private static final String SMALL_MESSIEURS = "(?<!\\d[ \\u00A0]?)mm";

        private static final String SEVERAL = "(?:(?iu:messieurs|mesdames|mesdemoiselles|mmes|mlles|docteurs)|M[Mm]|"
                + SMALL_MESSIEURS + ")" + NO_LETTER_AFTER + "\\.?[\\s\\u00A0\\u202F]*";
        private static final String AND = "(?:,[ ]?|[ ](?:et|ou|&)[ ])";
        private static final String BORN_AS = "(?:,?[ ](?iu:née?)[ ]" + NAME + ")?";

        private static final String BORN = NO_LETTER_BEFORE + "(?iu:n[ée\\uFFFD]e?s?(?:\\(e\\))?)" + SPACES;
        private static final String WHERE = "(?iu:à|a)" + SPACES + NAMES + ",?" + SPACES;
        private static final String WHEN = "(?i:le|en)" + SPACES
                + "\\d{1,4}(?:er)?(?:[ ./-]?(?:\\d{1,2}|\\p{L}{3,9})(?!\\p{L}))?(?:[ ./-]?\\d{2,4})?";

        private static final String GAPS = "[\\s\\u00A0\\u202F]*";
        private static final String GAPS_OR_JOINS = "[\\s\\u00A0\\u202F_-]*";

        /** A title and whom it is of. */
        static final List<Pattern> TITLED = compiled(
                BEGINNING + SEVERAL + NAMES + "(?:" + AND + NAMES + ")*",
                BEGINNING + SEVERAL + SMALL_NAMES + "(?:" + AND + SMALL_NAMES + ")*",
                BEGINNING + "(?:" + FULL_TITLE + GAPS_OR_JOINS + "|" + OTHER_TITLE + GAPS + ")" + NAMES + BORN_AS,
                BEGINNING + "(?:Monsieur|Madame|Mademoiselle|M[Mm][Ee]|Mmes|Mlles?)(?=\\p{Lu}\\p{Ll})" + NAMES,
                BEGINNING + FULL_TITLE + SPACES + SMALL_NAMES);

        private static final List<Pattern> REACHED_OR_BORN = compiled(
                ADDRESS,
                NIR,
                FOREIGN_PHONE,
                PHONE,
                IBAN,
                BARE_NUMBER,
                "(?:" + NAMES + ",?[ ])?" + BORN + "(?:" + WHERE + ")?" + WHEN);

        static final List<Pattern> ALL =
                Stream.of(REACHED_OR_BORN, TITLED).flatMap(List::stream).toList();

        private PersonPatterns() {}

        static boolean in(String text, List<Pattern> patterns) {
            return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
        }

        private static List<Pattern> compiled(String... patterns) {
            return Arrays.stream(patterns).map(Pattern::compile).toList();
        }
    }

    /** What an eye takes for the same letter, digit, space or dash: a text pasted from a page or a letter holds them unseen. */
    private static final class LookAlikes {

        private static final char FIRST_PUNCTUATION = '\u2000';
        private static final char SOFT_HYPHEN = '\u00AD';
        private static final char ARABIC = '\u0600';

        private LookAlikes() {}

        /** The text as an eye reads it; the same text where nothing in it looks like something else. */
        static String plain(String text) {
            if (text.chars()
                    .noneMatch(c -> c == '\t'
                            || c == SOFT_HYPHEN
                            || c >= ARABIC && (c >= FIRST_PUNCTUATION || Character.isDigit(c)))) {
                return text;
            }
            StringBuilder plain = new StringBuilder(text.length());
            Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().forEach(c -> append(plain, c));
            return plain.toString();
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

    /** The lines of a text that runs keep whole, remarks included: none may name somebody. */
    public static final class PersonLines {

        private static final String NAMES_SOMEBODY =
                "semble nommer quelqu'un (courriel, téléphone, numéro, civilité suivie"
                        + " d'un nom) ; dites-le sans personne, même dans une remarque";

        private PersonLines() {}

        /** The text, called {@code what} as a French sentence begins with it, where no line does; {@link InvalidYaml} says which. */
        public static String requireNobody(String what, String text) {
            return require(what, text, PersonMask::hides);
        }

        /** The same of its remarks alone: what it translates may be the name that a place bears. */
        public static String requireNobodyInRemarks(String what, String text) {
            return require(what, text, line -> {
                int begins = line.startsWith("#") ? 0 : line.indexOf(" #");
                return begins >= 0 && PersonMask.hides(line.substring(begins));
            });
        }

        private static String require(String what, String text, Predicate<String> names) {
            List<String> lines = text.lines().toList();
            List<TextProblem> problems = IntStream.range(0, lines.size())
                    .filter(i -> names.test(lines.get(i)))
                    .mapToObj(i -> new TextProblem(i + 1, 1, "", NAMES_SOMEBODY))
                    .toList();
            if (!problems.isEmpty()) {
                throw new InvalidYaml(what, problems);
            }
            return text;
        }
    }
}
