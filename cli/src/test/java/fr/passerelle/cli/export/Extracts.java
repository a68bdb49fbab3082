package fr.passerelle.cli.export;

import fr.passerelle.dataset.Provenance;
import fr.passerelle.dataset.Situations;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sheets.form.Table.Column;
import fr.passerelle.sheets.form.Table.Kind;
import fr.passerelle.sheets.form.Table.Point;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A small table with a column of each kind, of a run of the demonstration. */
final class Extracts {

    static final String NASTY = "=HYPERLINK(\"http://exemple.invalid\")";

    static final Provenance ESSAI = new Provenance("essai", Situations.run(true), false, false);

    private static final Point PLACE = new Point(49.0465, 3.4032, true);

    private Extracts() {}

    /** Its first row has a place. */
    static Table<List<@Nullable Object>> small() {
        Table<List<@Nullable Object>> flat = flat();
        return new Table<>(
                flat.columns(), row -> row.getFirst().equals(NASTY) ? List.of(PLACE) : List.of(), flat.rows());
    }

    /** The same rows, which have no places. */
    static Table<List<@Nullable Object>> flat() {
        return of(
                List.of(
                        column(0, "nom", Kind.TEXT, 0),
                        column(1, "salles", Kind.INTEGER, 0),
                        column(2, "aide", Kind.DECIMAL, 2),
                        column(3, "provisoire", Kind.BOOLEAN, 0),
                        column(4, "le", Kind.DATE, 0)),
                List.of(
                        Arrays.asList(NASTY, 12L, new BigDecimal("-1250.50"), true, LocalDate.of(2017, 12, 15)),
                        Arrays.asList("Étréaupont ; 🙂 \"x\"", 0L, null, false, null),
                        Arrays.asList("-2+3", null, new BigDecimal("7"), null, null)));
    }

    /** Of columns of texts. */
    static Table<List<@Nullable Object>> texts(List<String> names, List<@Nullable Object> row) {
        return of(
                IntStream.range(0, names.size())
                        .mapToObj(place -> column(place, names.get(place), Kind.TEXT, 0))
                        .toList(),
                List.of(row));
    }

    private static Table<List<@Nullable Object>> of(
            List<Column<List<@Nullable Object>>> columns, List<List<@Nullable Object>> rows) {
        return new Table<>(columns, taker -> rows.forEach(taker));
    }

    private static Column<List<@Nullable Object>> column(int place, String name, Kind kind, int places) {
        return new Column<>(name, kind, places, "Ce qu'elle dit", row -> row.get(place));
    }
}
