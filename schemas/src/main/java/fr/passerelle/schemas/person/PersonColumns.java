package fr.passerelle.schemas.person;

import fr.passerelle.schemas.person.PersonMask.PersonPatterns;
import fr.passerelle.schemas.person.SafeWords.WordList;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.text.PlainText;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a column looks, by its header or by its cells, as if it said who someone is. Singular and plural are told apart: « usager » is
 * somebody, « usagers » is a count.
 */
public final class PersonColumns {

    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

    /** {@code usager(s)}, {@code adhérent·e·s}. */
    private static final Pattern INCLUSIVE = Pattern.compile("(?:\\((?:e|es)\\)|[.·]e)?(?:\\(s\\)|[.·]s)(?!\\p{L})");

    /** The name of a place after somebody of old: {@code Saint-Quentin}, {@code Château-Thierry}. */
    private static final Pattern PLACE =
            Pattern.compile("(?iu)(?<!\\p{L})(?:saint|sainte|st|ste|ch[âa]teau)[ -]\\p{L}+");

    private static final WordList FIRST_NAMES = WordList.load("prenoms.txt");
    private static final WordList IDENTITIES = WordList.load("identites.txt");
    private static final WordList ROLES = WordList.load("roles.txt");
    private static final List<String> PHRASES =
            List.of(("nom de famille,nom complet,nom d usage,nom de naissance,nom inscrit,nom de l inscrit,"
                            + "nom de la personne,securite sociale,social security,n secu,numero secu,full name,"
                            + "first name,last name,given name,user name,numero de carte,num carte,no carte,n carte,"
                            + "id carte,carte lecteur,carte d identite,library card,card number,identifiant personnel,"
                            + "adresse personnelle,ne le,nee le,ne e le,e mail")
                    .split(","));

    /** Of a register, which names its rooms otherwise; of an inventory they are those of a place. */
    private static final Set<String> ALONE_IN_A_REGISTER =
            Set.of("nom", "noms", "name", "names", "adresse", "address", "carte", "card");

    private static final Set<String> ALONE = Set.of("h f", "f h", "m f", "f m");

    /** Who did something: {@code saisi par}, {@code entered by}. */
    private static final Set<String> LAST = Set.of("par", "by");

    private static final Set<String> COUNTED =
            Set.of("nb", "nbr", "nbre", "nombre", "total", "etp", "tranche", "number", "count");
    private static final Set<String> KIND =
            Set.of(("type types categorie category profil profile nature heure heures hour hours temps duree "
                            + "seance seances session sessions presences visites visits taux rate part pourcentage "
                            + "percent")
                    .split(" "));

    private PersonColumns() {}

    /** Whether a header of a file of a table looks like one over persons; a header that counts them does not. */
    public static boolean byHeader(TableSchema table, String header) {
        return byHeader(header)
                || table.field("presences").isPresent() && ALONE_IN_A_REGISTER.contains(phrase(words(header)));
    }

    /** The same whatever the table. */
    public static boolean byHeader(String header) {
        List<String> words = words(header);
        if (words.isEmpty() || words.stream().anyMatch(COUNTED::contains)) {
            return false;
        }
        String phrase = phrase(words);
        return words.stream().anyMatch(IDENTITIES::has)
                || LAST.contains(words.getLast())
                || ALONE.contains(phrase)
                || PHRASES.stream().anyMatch(known -> (" " + phrase + " ").contains(" " + known + " "))
                || words.stream().anyMatch(ROLES::has) && words.stream().noneMatch(KIND::contains);
    }

    /** Whether a cell looks like a person: a way to reach them, a title and a name, or a first name beside another word. */
    public static boolean byCell(String cell) {
        if (PersonMask.hides(cell)) {
            return true;
        }
        String[] words = APART.split(PLACE.matcher(cell).replaceAll("lieu").strip());
        return words.length >= 2 && words.length <= 4 && Arrays.stream(words).anyMatch(FIRST_NAMES::has);
    }

    private static List<String> words(String header) {
        return Arrays.stream(APART.split(INCLUSIVE.matcher(header).replaceAll("s")))
                .map(PlainText::of)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String phrase(List<String> words) {
        return String.join(" ", words);
    }

    /**
     * Whether an identifier is somebody: their telephone, their social security number, or their name. Told by its shape alone, so that a
     * sequence number of ten digits that begins as a telephone does is taken for one.
     */
    public static final class PersonIds {

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
            boolean number = digits(id) >= FEWEST_DIGITS
                    && (TELEPHONE.matcher(id).find()
                            || isSecurity(id)
                            || isSecurity(SEPARATORS.matcher(id).replaceAll("")));
            return number
                    || PersonPatterns.in(id, PersonPatterns.TITLED)
                    || PersonPatterns.in(SEPARATORS.matcher(id).replaceAll(" "), PersonPatterns.TITLED);
        }

        /** Whether it is a name, or a first name beside a word that nothing else is: {@code canarinet}, {@code zoe.canarinet.12}. */
        public static boolean isName(String id) {
            if (id.length() - digits(id) < LONG) {
                return false;
            }
            List<String> words = Arrays.stream(APART.split(id))
                    .filter(word -> !word.isEmpty())
                    .toList();
            boolean first = words.stream().anyMatch(FIRST_NAMES::has);
            boolean unknown = words.stream()
                    .anyMatch(word -> word.length() >= LONG && !KNOWN.has(word) && !FIRST_NAMES.has(word));
            return digits(id) == 0 ? first || unknown : first && unknown;
        }

        /** With its key, fifteen digits that fit; without it, thirteen whose month is one of the calendar. */
        private static boolean isSecurity(String id) {
            Matcher number = SECURITY.matcher(id);
            while (number.find()) {
                if (fits(number.group(1), number.group(2))) {
                    return true;
                }
            }
            return false;
        }

        private static boolean fits(String number, @Nullable String key) {
            if (key == null) {
                int month = Integer.parseInt(number.substring(3, 5));
                return month >= 1 && month <= 12;
            }
            String decimal = number.replace("2A", "19").replace("2B", "18");
            return Integer.parseInt(key) == MODULUS - Long.parseLong(decimal) % MODULUS;
        }

        private static int digits(String id) {
            int digits = 0;
            for (int i = 0; i < id.length(); i++) {
                digits += id.charAt(i) >= '0' && id.charAt(i) <= '9' ? 1 : 0;
            }
            return digits;
        }
    }
}
