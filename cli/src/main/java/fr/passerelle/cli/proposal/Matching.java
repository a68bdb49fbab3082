package fr.passerelle.cli.proposal;

import fr.passerelle.cli.proposal.FileLook.ColumnLook;
import fr.passerelle.cli.proposal.MappingDraft.Confidence;
import fr.passerelle.cli.proposal.Synonyms.Match;
import fr.passerelle.schemas.person.PersonColumns;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.sources.cell.CheckMark;
import fr.passerelle.sources.cell.Column;
import fr.passerelle.sources.cell.Forms;
import fr.passerelle.sources.cell.Periods;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes columns of a file for columns of a table: by their names, which their cells confirm or throw into doubt. */
final class Matching {

    /**
     * What a column of the file, by its place from 0, is taken for: a column of the table, or a key of the mapping; the reason is French, without
     * its full stop, and quotes no cell.
     */
    record Guess(String target, int place, Confidence confidence, String reason) {

        /** A comment that ends a line of a mapping. */
        String comment() {
            return "  # " + confidence.french + " : " + reason;
        }

        Guess as(String other) {
            return new Guess(other, place, confidence, reason);
        }
    }

    /** A column with something in it, the table's own name for it, and what is surer come first. */
    private static final Comparator<ColumnCandidate> BEST = Comparator.comparing(ColumnCandidate::isEmpty)
            .thenComparing(candidate -> !candidate.isNamed())
            .thenComparing(candidate -> candidate.guess().confidence())
            .thenComparing(candidate -> -candidate.match().words().length());

    /** Headers of the numbers of many things: of a place, or of the row. */
    private static final Set<String> CODES = Set.of("id", "code", "numero", "n", "ref", "reference", "gid");

    static final String START = "periode_debut";
    static final String END = "periode_fin";
    static final Set<String> OF_PERIOD = Set.of(START, END, "grain");
    private static final Set<String> KEYS = Set.of(Synonyms.PERIOD, Synonyms.SESSION, Synonyms.YEAR, Synonyms.MONTH);

    private final FileLook fileLook;
    private final TableSchema schema;
    private final Synonyms synonyms;
    private final List<String> plain;

    Matching(FileLook fileLook, TableSchema schema) {
        this.fileLook = fileLook;
        this.schema = schema;
        this.synonyms = new Synonyms(schema);
        this.plain = fileLook.plain();
    }

    private record ColumnCandidate(Match match, Guess guess, boolean isEmpty) {

        boolean isNamed() {
            return match.whole() && match.words().equals(PlainText.words(match.target()));
        }
    }

    /** The best guess for each target, the period being said once: other places are something else, months may stand side by side. */
    Map<String, Guess> guesses(Set<Integer> others, boolean months) {
        Map<String, ColumnCandidate> best = new LinkedHashMap<>();
        for (int place = 0; place < plain.size(); place++) {
            ColumnCandidate found = others.contains(place) ? null : found(place);
            if (found != null) {
                best.merge(found.guess().target(), found, (one, two) -> BEST.compare(two, one) < 0 ? two : one);
            }
        }
        Map<String, Guess> guesses = new LinkedHashMap<>();
        best.forEach((target, found) -> guesses.put(target, found.guess()));
        settle(guesses, months);
        return guesses;
    }

    /** Leaves one way to say periods: months side by side, the day of a session, two days or a name. */
    private void settle(Map<String, Guess> guesses, boolean months) {
        Guess session = guesses.get(Synonyms.SESSION);
        if (months) {
            guesses.keySet().removeAll(KEYS);
            guesses.keySet().removeAll(OF_PERIOD);
            guesses.keySet().removeAll(Set.of("presences", "id_releve"));
        } else if (guesses.containsKey(START) && guesses.containsKey(END)) {
            guesses.keySet().removeAll(KEYS);
        } else if (session != null) {
            guesses.keySet().removeAll(KEYS);
            guesses.put(START, session.as(START));
            guesses.put(END, session.as(END));
        } else if (KEYS.stream().anyMatch(guesses::containsKey)) {
            guesses.keySet().removeAll(OF_PERIOD);
            settleName(guesses);
        }
    }

    /** A whole name comes before its two halves, and those before one of them. */
    private void settleName(Map<String, Guess> guesses) {
        Guess year = guesses.get(Synonyms.YEAR);
        Guess month = guesses.get(Synonyms.MONTH);
        if (guesses.containsKey(Synonyms.PERIOD) || year == null || month == null) {
            guesses.keySet().removeAll(Set.of(Synonyms.YEAR, Synonyms.MONTH));
            Guess half = year == null ? month : year;
            if (half != null) {
                guesses.computeIfAbsent(Synonyms.PERIOD, period -> wholePeriod(half));
            }
        }
    }

    private @Nullable ColumnCandidate found(int place) {
        if (PersonColumns.byHeader(schema, fileLook.headers().get(place))) {
            return null;
        }
        Match match = match(place).map(found -> period(place, found)).orElse(null);
        if (match == null) {
            return null;
        }
        Fit fit = Fit.of(fileLook.columns().get(place), schema, match.target());
        boolean against = !match.whole() && fit.isPoor() || TableChoice.isBox(match.target()) && !fit.isWhole();
        return against ? null : new ColumnCandidate(match, guess(place, match, fit), fit.seen() == 0);
    }

    /** A day that is always the first of a month stands for the month, and not for a session. */
    private Match period(int place, Match match) {
        boolean months = match.target().equals(Synonyms.SESSION)
                && fileLook.columns().get(place).saysMonths();
        return months ? new Match(Synonyms.PERIOD, match.words(), match.whole()) : match;
    }

    /** A column that the table itself calls so comes before all others. */
    private Optional<Match> match(int place) {
        String header = fileLook.headers().get(place);
        return schema.field(header)
                .map(field -> new Match(header, PlainText.words(header), true))
                .or(() -> synonyms.match(plain.get(place)));
    }

    /** A half of a period that is taken for the whole of it, as far as its cells say one. */
    private Guess wholePeriod(Guess half) {
        Match match = match(half.place()).orElseThrow();
        Fit fit = Fit.of(fileLook.columns().get(half.place()), schema, Synonyms.PERIOD);
        return guess(half.place(), new Match(Synonyms.PERIOD, match.words(), match.whole()), fit);
    }

    private Guess guess(int place, Match match, Fit fit) {
        String name = match.whole() ? "son nom le dit" : "« %s » est dans son nom".formatted(match.words());
        if (!fit.isWhole()) {
            String doubt = "%s, mais %d cellule(s) sur les %d regardées ne se lisent pas ainsi"
                    .formatted(name, fit.seen() - fit.good(), fit.seen());
            return new Guess(match.target(), place, Confidence.DOUBTFUL, doubt);
        }
        ColumnLook look = fileLook.columns().get(place);
        if (match.target().equals(Synonyms.PERIOD) && look.saysMonths()) {
            String months = name + ", et tous ses jours sont le premier d'un mois : des totaux du mois, semble-t-il";
            return new Guess(match.target(), place, Confidence.DOUBTFUL, months);
        }
        boolean identifies =
                schema.primaryKey().contains(match.target()) || match.target().equals("id_salle");
        if (identifies && look.saysCommunes()) {
            String communes = name + ", mais ses cellules ont la forme de codes de communes";
            return new Guess(match.target(), place, Confidence.DOUBTFUL, communes);
        }
        if (identifies && CODES.contains(match.words())) {
            return new Guess(
                    match.target(), place, Confidence.LIKELY, name + ", mais bien des codes s'appellent ainsi");
        }
        String seen = fit.seen() == 0 ? ", sa colonne est vide" : "";
        boolean sure = match.whole() && fit.seen() > 0;
        return new Guess(match.target(), place, sure ? Confidence.SURE : Confidence.LIKELY, name + seen);
    }

    /** How many of the cells of a column that were seen, and are not empty, could be read as a column of the table. */
    private record Fit(long good, long seen) {

        /** The cells of a column as a column of the table, or as one of the keys that {@link Synonyms} knows. */
        static Fit of(ColumnLook look, TableSchema schema, String target) {
            Forms forms = look.forms();
            return schema.field(target)
                    .map(field -> of(look.sample, readable(field, forms)))
                    .orElseGet(() -> of(look.sample, key(target, schema, forms)));
        }

        boolean isWhole() {
            return good == seen;
        }

        boolean isPoor() {
            return 2 * good < seen;
        }

        private static Fit of(List<String> cells, Predicate<String> readable) {
            return new Fit(cells.stream().filter(readable).count(), cells.size());
        }

        private static Predicate<String> readable(Field field, Forms forms) {
            Column column = new Column(field, forms);
            return cell -> column.value(cell) != Column.INVALID || column.repair(cell) != null;
        }

        private static Predicate<String> key(String target, TableSchema schema, Forms forms) {
            return switch (target) {
                case Synonyms.PERIOD -> cell -> isPeriod(cell, forms);
                case Synonyms.SESSION ->
                    schema.field("periode_debut")
                            .map(field -> readable(field, forms))
                            .orElseThrow();
                case Synonyms.YEAR -> cell -> isPeriod(cell, forms);
                case Synonyms.MONTH -> cell -> isPeriod("2000-" + cell, forms) || isPeriod(cell, forms);
                default -> cell -> new CheckMark(forms).of(cell) != null;
            };
        }

        private static boolean isPeriod(String text, Forms forms) {
            return Periods.of(text, forms, null) != null;
        }
    }
}
