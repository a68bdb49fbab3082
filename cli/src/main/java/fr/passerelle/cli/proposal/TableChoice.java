package fr.passerelle.cli.proposal;

import fr.passerelle.cli.proposal.MappingDraft.Confidence;
import fr.passerelle.cli.proposal.Matching.Guess;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.mapping.MonthColumns;
import fr.passerelle.sources.reject.UnusableFile;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table that a file may be of: what its columns are taken for, by target, the form and the places of the headers that are months, null and none
 * where there are none, and how far the table can be trusted, with why, in French, without its full stop.
 */
record TableChoice(
        TableSchema schema,
        Map<String, Guess> guesses,
        @Nullable String months,
        Set<Integer> wide,
        Confidence confidence,
        String reason) {

    /** Of tables that fit equally well, the first one is taken. */
    private static final List<TableSchema> TABLES = List.of(
            TableSchema.SALLES,
            TableSchema.FREQUENTATION,
            TableSchema.SITES,
            TableSchema.INTERCOMMUNALITES,
            TableSchema.TERRITOIRES,
            TableSchema.BESOINS);

    /** The column of what a place is used for, which a file may say by check boxes, each of one function. */
    static final String FUNCTIONS = "fonctions";

    private static final String BOX = FUNCTIONS + ".";

    static TableChoice declared(FileLook fileLook, TableSchema table) {
        return of(fileLook, table).trusted(Confidence.SURE, "donnée par --table");
    }

    /** The table that a file seems to be of, if any column is known. */
    static TableChoice guessed(FileLook fileLook, String name) {
        List<TableChoice> choices = TABLES.stream()
                .map(table -> of(fileLook, table))
                .sorted(Comparator.comparingInt(TableChoice::weight).reversed())
                .toList();
        TableChoice best = choices.getFirst();
        TableChoice next = choices.get(1);
        if (best.known() == 0) {
            throw new UnusableFile(
                    "Le fichier « %s » n'a aucune colonne dont le nom soit connu : dites sa table par --table (%s)."
                            .formatted(
                                    name, TABLES.stream().map(TableSchema::name).collect(Collectors.joining(", "))));
        }
        return best.trusted(
                best.confidence(next),
                "%d colonne(s) reconnue(s), %d pour « %s »"
                        .formatted(best.known(), next.known(), next.schema().name()));
    }

    private static TableChoice of(FileLook fileLook, TableSchema table) {
        String months = table.name().equals("frequentation")
                ? MonthColumns.form(fileLook.headers()).orElse(null)
                : null;
        Set<Integer> wide = new HashSet<>();
        if (months != null) {
            List<String> names = MonthColumns.months(months, fileLook.headers());
            IntStream.range(0, fileLook.headers().size())
                    .filter(i -> names.contains(fileLook.headers().get(i)))
                    .forEach(wide::add);
        }
        Map<String, Guess> guesses = new Matching(fileLook, table).guesses(wide, months != null);
        return new TableChoice(table, guesses, months, wide, Confidence.DOUBTFUL, "");
    }

    private TableChoice trusted(Confidence trust, String why) {
        return new TableChoice(schema, guesses, months, wide, trust, why);
    }

    /** Sure only where no other table comes near, and nothing that it requires is lacking. */
    private Confidence confidence(TableChoice next) {
        if (weight() >= 2 * next.weight() && required().allMatch(guesses::containsKey)) {
            return Confidence.SURE;
        }
        return weight() > next.weight() ? Confidence.LIKELY : Confidence.DOUBTFUL;
    }

    /** What a table requires and the file lacks speaks against it; months side by side are those of attendance. */
    private int weight() {
        int columns = guesses.values().stream()
                .mapToInt(guess -> guess.confidence().weight)
                .sum();
        long lacking = required().filter(column -> !guesses.containsKey(column)).count();
        return columns + wide.size() * Confidence.SURE.weight - (int) lacking * Confidence.LIKELY.weight;
    }

    private int known() {
        return (int) guesses.values().stream().mapToInt(Guess::place).distinct().count() + wide.size();
    }

    /** Whether a key of the mapping says a column of the period. */
    boolean isSaidByPeriod(String column) {
        return Matching.OF_PERIOD.contains(column)
                && (months != null || guesses.containsKey(Synonyms.PERIOD) || guesses.containsKey(Synonyms.YEAR));
    }

    private Stream<String> required() {
        return schema.fields().stream()
                .filter(field -> field.constraints().required())
                .map(Field::name)
                .filter(column -> !MappingText.isUsual(column) && !isSaidByPeriod(column));
    }

    boolean isSession() {
        Guess start = guesses.get(Matching.START);
        Guess end = guesses.get(Matching.END);
        return start != null && end != null && start.place() == end.place();
    }

    /** Whether a target is an item of the list of functions, which a column of check boxes says, and not a column. */
    static boolean isBox(String target) {
        return target.startsWith(BOX);
    }

    /** The guesses that are boxes; none where one column says the whole list. */
    List<Guess> boxes() {
        return guesses.containsKey(FUNCTIONS)
                ? List.of()
                : guesses.values().stream()
                        .filter(guess -> isBox(guess.target()))
                        .toList();
    }

    static String item(Guess box) {
        return box.target().substring(BOX.length());
    }
}
