package fr.passerelle.batch.source.person;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a column looks, by its header or by its cells, as if it said who someone is. */
public final class PersonColumns {

    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");
    private static final WordList FIRST_NAMES = WordList.load("prenoms.txt");
    private static final Set<String> WORDS = Set.of(
            "prenom",
            "prenoms",
            "surname",
            "firstname",
            "lastname",
            "email",
            "mail",
            "mails",
            "emails",
            "courriel",
            "courriels",
            "tel",
            "telephone",
            "telephones",
            "portable",
            "phone",
            "naissance",
            "birth",
            "birthdate",
            "birthday",
            "ddn",
            "nir",
            "civilite",
            "sexe",
            "gender",
            "age",
            "signature",
            "login",
            "pseudo",
            "contact",
            "interlocuteur",
            "referent",
            "responsable",
            "benevole",
            "animateur",
            "animatrice",
            "mediateur",
            "mediatrice",
            "formateur",
            "formatrice",
            "iban");
    private static final List<String> PHRASES = List.of(
            "nom prenom",
            "nom usager",
            "nom de l usager",
            "nom de famille",
            "nom adherent",
            "nom de l adherent",
            "nom complet",
            "nom d usage",
            "nom de naissance",
            "nom inscrit",
            "nom de l inscrit",
            "nom de la personne",
            "nom participant",
            "nom du participant",
            "securite sociale",
            "n secu",
            "numero secu",
            "full name",
            "first name",
            "last name",
            "given name",
            "numero de carte",
            "n carte",
            "carte lecteur",
            "adresse personnelle",
            "e mail");
    private static final Set<String> COUNTED =
            Set.of("nb", "nbr", "nbre", "nombre", "total", "etp", "tranche", "number", "count");

    private PersonColumns() {}

    /** Whether a header looks like one over persons; a header that counts them does not. */
    public static boolean byHeader(String header) {
        List<String> words = Arrays.stream(APART.split(header))
                .map(WordList::plain)
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.stream().anyMatch(COUNTED::contains)) {
            return false;
        }
        String phrase = " " + String.join(" ", words) + " ";
        return words.stream().anyMatch(WORDS::contains)
                || PHRASES.stream().anyMatch(known -> phrase.contains(" " + known + " "));
    }

    /** Whether a cell looks like a person: a way to reach them, a title and a name, or a first name beside another word. */
    public static boolean byCell(String cell) {
        return PersonMask.hides(cell) || namesSomeone(cell);
    }

    private static boolean namesSomeone(String cell) {
        String[] words = APART.split(cell.strip());
        boolean fewWords = words.length >= 2 && words.length <= 4;
        return fewWords && Arrays.stream(words).anyMatch(FIRST_NAMES::has);
    }
}
