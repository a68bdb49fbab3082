package fr.passerelle.cli.proposal;

import fr.passerelle.schemas.person.PersonColumns;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.text.PlainText;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes columns of a file for columns of a table: by their names, which their cells confirm or throw into doubt. */
final class Matching {

    /** A column with something in it, the table's own name for it, and what is surer come first. */
    private static final Comparator<ColumnCandidate> BEST = Comparator.comparing(ColumnCandidate::isEmpty)
            .thenComparing(candidate -> !candidate.isNamed())
            .thenComparing(candidate -> candidate.guess().confidence())
            .thenComparing(candidate -> -candidate.match().length());

    /** Headers of the numbers of many things: of a place, or of the row. */
    private static final Set<String> CODES = Set.of("id", "code", "numero", "n", "ref", "reference", "gid");

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

    /**
     * The best guess for each target.
     *
     * @param others places of columns that are something else
     */
    Map<String, Guess> guesses(Set<Integer> others) {
        Map<String, ColumnCandidate> best = new LinkedHashMap<>();
        for (int place = 0; place < plain.size(); place++) {
            ColumnCandidate found = others.contains(place) ? null : found(place);
            if (found != null) {
                best.merge(found.guess().target(), found, (one, two) -> BEST.compare(two, one) < 0 ? two : one);
            }
        }
        Map<String, Guess> guesses = new LinkedHashMap<>();
        best.forEach((target, found) -> guesses.put(target, found.guess()));
        return guesses;
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
        boolean against = !match.whole() && fit.isPoor() || FunctionBoxes.isBox(match.target()) && !fit.isWhole();
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
    Guess wholePeriod(Guess half) {
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
}
