package fr.passerelle.cli.proposal;

import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.schemas.text.TextResource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The columns of a table by the headers that people give them: its own names and titles, and the list shipped with the program. */
final class Synonyms {

    /** A column of the table, or key of the mapping, that a header stands for by some of its words, or by all of them. */
    record Match(String target, String words, boolean whole) {}

    /** The key of a mapping for one column that says the whole period. */
    static final String PERIOD = "periode";

    /** One column that says the day of a session. */
    static final String SESSION = "seance";

    /** A column that says the year of a period alone. */
    static final String YEAR = "annee";

    /** A column that says the month of a period alone. */
    static final String MONTH = "mois";

    private static final Pattern RANK = Pattern.compile("(?<=\\p{L}{2})[0-9]+\\b");
    private static final Pattern COUNT = Pattern.compile("^(?:nb|nbr|nbre|nombre)(?: de| des| d)? (?=.)");

    /** Words that stand in the headers of many things: they say nothing unless they are the whole header. */
    private static final Set<String> VAGUE =
            Set.of(("id code numero n x y nom type lieu site date debut fin du au pas an theme statut jour releve"
                + " salle heures personnes ouverture fermeture services accord fiche porteur etude m2 pc sessions epci"
                + " adresse siren month year annee mois activites participation rue voie debit etat")
                    .split(" ", -1));

    private final Map<String, String> columns = new HashMap<>();

    Synonyms(TableSchema schema) {
        TextResource.of("/mapping/synonymes.txt", "La liste des synonymes")
                .lines()
                .filter(line -> line.startsWith(schema.name() + ".") && line.contains("="))
                .forEach(this::line);
        for (Field field : schema.fields()) {
            columns.put(PlainText.words(field.title()), field.name());
            columns.put(PlainText.words(field.name()), field.name());
        }
    }

    /** The column that a header in {@link FileLook#plain plain} words stands for, whole or by its first or last words. */
    Optional<Match> match(String plain) {
        String counted = COUNT.matcher(plain).replaceFirst("");
        String unranked = RANK.matcher(counted).replaceAll("");
        return exact(plain).or(() -> exact(counted)).or(() -> exact(unranked)).or(() -> part(unranked));
    }

    private Optional<Match> part(String plain) {
        return columns.entrySet().stream()
                .filter(entry -> !VAGUE.contains(entry.getKey()))
                .filter(entry -> plain.startsWith(entry.getKey() + " ") || plain.endsWith(" " + entry.getKey()))
                .max(Map.Entry.comparingByKey(
                        Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())))
                .map(entry -> new Match(entry.getValue(), entry.getKey(), false));
    }

    private Optional<Match> exact(String plain) {
        return Optional.ofNullable(columns.get(plain)).map(column -> new Match(column, plain, true));
    }

    private void line(String line) {
        String[] sides = line.split("=", 2);
        String column = sides[0].strip().replaceFirst("^[a-z]+\\.", "");
        for (String synonym : sides[1].split(",", -1)) {
            columns.put(synonym.strip(), column);
        }
    }
}
