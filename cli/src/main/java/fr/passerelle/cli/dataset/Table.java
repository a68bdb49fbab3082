package fr.passerelle.cli.dataset;

import fr.passerelle.schemas.text.Formulas;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table described once: every format writes these columns, and these rows in their order.
 *
 * @param <R> what a row is about; its cells are taken from it while they are written, so that they never are all in memory
 * @param path where a row is: a point, or those of a line, none where that is unknown; null where its rows have no places
 */
public record Table<R>(
        Provenance provenance,
        List<Column<R>> columns,
        @Nullable Function<R, List<Point>> path,
        List<R> rows) {

    /** What the cells of a column are; any may be empty. */
    public enum Kind {
        /** A String: free text, a code, or codes joined by a vertical bar. */
        TEXT,
        /** A Long. */
        INTEGER,
        /** A BigDecimal of the column's places. */
        DECIMAL,
        /** A Boolean. */
        BOOLEAN,
        /** A LocalDate. */
        DATE
    }

    /**
     * A column.
     *
     * @param name as files have it, without accent
     * @param places decimal ones of a {@link Kind#DECIMAL}, else 0
     * @param says what it holds, in French: unit, and what an empty cell means where that is not obvious
     * @param taken what its cell is taken from
     */
    public record Column<R>(
            String name, Kind kind, int places, String says, Function<R, ? extends @Nullable Object> taken) {

        /** Its cell, of its kind; null where empty. */
        public @Nullable Object of(R row) {
            Object cell = taken.apply(row);
            return switch (cell) {
                case null -> null;
                case Integer number -> number.longValue();
                case Enum<?> code -> code.name();
                case Collection<?> several -> joined(several);
                default -> kind == Kind.TEXT ? cell.toString() : cell;
            };
        }

        /** Its cell as a spreadsheet reads it: decimal point, oui and non, and never a formula. Nothing is the empty text. */
        public String text(R row) {
            return switch (of(row)) {
                case null -> "";
                case Boolean flag -> flag ? "oui" : "non";
                case BigDecimal number -> number.setScale(places).toPlainString();
                case Number number -> number.toString();
                case Object cell -> Formulas.guarded(cell.toString());
            };
        }

        /** What they are called, in their order. */
        public static <R> List<String> names(List<Column<R>> columns) {
            return columns.stream().map(Column::name).toList();
        }

        /** A row as a spreadsheet reads it. */
        public static <R> List<String> texts(List<Column<R>> columns, R row) {
            return columns.stream().map(column -> column.text(row)).toList();
        }

        private static @Nullable String joined(Collection<?> cells) {
            return cells.isEmpty() ? null : cells.stream().map(String::valueOf).collect(Collectors.joining("|"));
        }
    }

    /**
     * A place on Earth, WGS 84 degrees.
     *
     * @param precise whether it is the place itself; else it is the centre of its commune
     */
    public record Point(double latitude, double longitude, boolean precise) {

        /** Six places of a degree are a tenth of a metre. */
        private static final int PLACES = 6;

        /** Degrees as files have them. */
        public static BigDecimal degrees(double value) {
            return BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_UP);
        }
    }

    /** The same rows under other columns. */
    public Table<R> with(List<Column<R>> others) {
        return new Table<>(provenance, others, path, rows);
    }

    /** The same as a dataset. */
    Table<R> named(String dataset) {
        return new Table<>(provenance.of(dataset), columns, path, rows);
    }

    static <R> Layout<R, R> of(Provenance provenance) {
        return new Layout<>(provenance, new ArrayList<>(), row -> row);
    }

    /**
     * The columns of a table in their order.
     *
     * @param part what of a row the next ones are taken from; where a row has no such part their cells are empty
     */
    record Layout<R, P>(Provenance provenance, List<Column<R>> columns, Function<R, @Nullable P> part) {

        /** The next columns are of another part of a row. */
        <Q> Layout<R, Q> from(Function<R, @Nullable Q> other) {
            return new Layout<>(provenance, columns, other);
        }

        Layout<R, P> text(String name, String says, Function<P, ? extends @Nullable Object> cell) {
            return add(name, Kind.TEXT, 0, says, cell);
        }

        Layout<R, P> integer(String name, String says, Function<P, ? extends @Nullable Number> cell) {
            return add(name, Kind.INTEGER, 0, says, cell);
        }

        Layout<R, P> decimal(String name, int places, String says, Function<P, @Nullable BigDecimal> cell) {
            return add(name, Kind.DECIMAL, places, says, cell);
        }

        Layout<R, P> euros(String name, String says, Function<P, @Nullable BigDecimal> cell) {
            return decimal(name, 2, says, cell);
        }

        Layout<R, P> flag(String name, String says, Function<P, @Nullable Boolean> cell) {
            return add(name, Kind.BOOLEAN, 0, says, cell);
        }

        Layout<R, P> date(String name, String says, Function<P, ? extends @Nullable Object> cell) {
            return add(name, Kind.DATE, 0, says, cell);
        }

        /** Columns that only an export for inside has. */
        Layout<R, P> inside(UnaryOperator<Layout<R, P>> more) {
            return provenance.published() ? this : more.apply(this);
        }

        private Layout<R, P> add(
                String name, Kind kind, int places, String says, Function<P, ? extends @Nullable Object> cell) {
            columns.add(new Column<>(name, kind, places, says, row -> {
                P it = part.apply(row);
                return it == null ? null : cell.apply(it);
            }));
            return this;
        }

        Table<R> of(List<R> rows) {
            return table(rows, null);
        }

        /** Its rows are places. */
        Table<R> at(Function<R, @Nullable Point> place, List<R> rows) {
            return from(place)
                    .decimal("latitude", 6, "Latitude, degrés WGS 84", it -> Point.degrees(it.latitude()))
                    .decimal("longitude", 6, "Longitude, degrés WGS 84", it -> Point.degrees(it.longitude()))
                    .text(
                            "localisation",
                            "LIEU : la position du lieu ; COMMUNE : le centre de sa commune, faute de mieux ; vide :"
                                    + " inconnue",
                            it -> it.precise() ? "LIEU" : "COMMUNE")
                    .along(row -> Stream.ofNullable(place.apply(row)).toList(), rows);
        }

        /** Its rows are lines. */
        Table<R> along(Function<R, List<Point>> path, List<R> rows) {
            return table(rows, path);
        }

        /** Every row says its run, and that it is only an exercise where it is. */
        private Table<R> table(List<R> rows, @Nullable Function<R, List<Point>> path) {
            from(row -> provenance)
                    .text(
                            "execution",
                            "Exécution dont vient la ligne",
                            it -> it.run().id())
                    .text(
                            "donnees",
                            "« reconstitution » ou « illustration » : ne vaut pas proposition",
                            it -> it.exercise() ? it.nature().toLowerCase(Locale.ROOT) : null);
            return new Table<>(provenance, List.copyOf(columns), path, rows);
        }
    }
}
