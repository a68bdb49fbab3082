package fr.passerelle.schemas.person;

import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.text.PlainText;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

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
    private static final List<String> PHRASES = List.of(
            "nom de famille",
            "nom complet",
            "nom d usage",
            "nom de naissance",
            "nom inscrit",
            "nom de l inscrit",
            "nom de la personne",
            "securite sociale",
            "social security",
            "n secu",
            "numero secu",
            "full name",
            "first name",
            "last name",
            "given name",
            "user name",
            "numero de carte",
            "num carte",
            "no carte",
            "n carte",
            "id carte",
            "carte lecteur",
            "carte d identite",
            "library card",
            "card number",
            "identifiant personnel",
            "adresse personnelle",
            "ne le",
            "nee le",
            "ne e le",
            "e mail");

    /** Of a register, which names its rooms otherwise; of an inventory they are those of a place. */
    private static final Set<String> ALONE_IN_A_REGISTER =
            Set.of("nom", "noms", "name", "names", "adresse", "address", "carte", "card");

    private static final Set<String> ALONE = Set.of("h f", "f h", "m f", "f m");

    /** Who did something: {@code saisi par}, {@code entered by}. */
    private static final Set<String> LAST = Set.of("par", "by");

    private static final Set<String> COUNTED =
            Set.of("nb", "nbr", "nbre", "nombre", "total", "etp", "tranche", "number", "count");
    private static final Set<String> KIND = Set.of(
            "type",
            "types",
            "categorie",
            "category",
            "profil",
            "profile",
            "nature",
            "heure",
            "heures",
            "hour",
            "hours",
            "temps",
            "duree",
            "seance",
            "seances",
            "session",
            "sessions",
            "presences",
            "visites",
            "visits",
            "taux",
            "rate",
            "part",
            "pourcentage",
            "percent");

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
        return PersonMask.hides(cell) || namesSomeone(cell);
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

    private static boolean namesSomeone(String cell) {
        String[] words = APART.split(PLACE.matcher(cell).replaceAll("lieu").strip());
        boolean fewWords = words.length >= 2 && words.length <= 4;
        return fewWords && Arrays.stream(words).anyMatch(FIRST_NAMES::has);
    }
}
