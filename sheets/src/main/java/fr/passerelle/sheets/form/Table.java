package fr.passerelle.sheets.form;

import fr.passerelle.schemas.text.Formulas;
import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.sheets.french.FrenchNumbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table described once: a terminal and every format of a file show these columns, and these rows in their order.
 *
 * @param <R> what a row is about; its cells are taken from it while they are written, so that they never are all in memory
 * @param path where a row is: a point, or those of a line, none where that is unknown; null where its rows have no places
 */
public record Table<R>(List<Column<R>> columns, @Nullable Function<R, List<Point>> path, Rows<R> rows) {

    /** Whose rows have no places. */
    public Table(List<Column<R>> columns, Rows<R> rows) {
        this(columns, null, rows);
    }

    /** The rows of a table: a list, or what is read one after the other. */
    @FunctionalInterface
    public interface Rows<R> {

        /** Hands each over, in their order. */
        void forEach(Consumer<? super R> taker);
    }

    /** What the cells of a column are; any may be empty. */
    public enum Kind {
        /** A String: free text, a code, or codes joined by a vertical bar. */
        TEXT,
        /** A String that tells a number, as with its unit: a text in files, to the right on a terminal. */
        FIGURE,
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
     * @param name what stands above it: a name without accent in files, a French title on a terminal
     * @param places decimal ones of a {@link Kind#DECIMAL}, else 0
     * @param says what it holds, in French: unit, and what an empty cell means where that is not obvious; empty where nobody asks
     * @param taken what its cell is taken from
     */
    public record Column<R>(
            String name, Kind kind, int places, String says, Function<R, ? extends @Nullable Object> taken) {

        /** Its cell, of its kind; null where empty. */
        public @Nullable Object of(R row) {
            return cell(row, "|");
        }

        private @Nullable Object cell(R row, String between) {
            Object cell = taken.apply(row);
            return switch (cell) {
                case null -> null;
                case Enum<?> code -> code.name();
                case Collection<?> several ->
                    several.isEmpty()
                            ? null
                            : several.stream().map(String::valueOf).collect(Collectors.joining(between));
                case Integer number when kind == Kind.INTEGER -> number.longValue();
                default -> kind == Kind.TEXT || kind == Kind.FIGURE ? cell.toString() : cell;
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

        /** Its cell as French writes it: several codes with commas between, a dash where it is empty, a day as a page or a terminal does. */
        public String said(R row, Function<LocalDate, String> day) {
            return switch (cell(row, ", ")) {
                case null -> FrenchNumbers.UNKNOWN;
                case Boolean flag -> flag ? "oui" : "non";
                case BigDecimal number -> FrenchNumbers.fixed(number, places);
                case Number number -> FrenchNumbers.whole(number);
                case LocalDate date -> day.apply(date);
                case Object cell -> cell.toString();
            };
        }

        /** Whether its cells tell numbers: they stand to the right. */
        public boolean isNumber() {
            return kind == Kind.FIGURE || kind == Kind.INTEGER || kind == Kind.DECIMAL;
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

    /** What its columns are called, in their order. */
    public List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    /** Hands each row over as a spreadsheet reads it. */
    public void texts(Consumer<List<String>> line) {
        rows.forEach(row ->
                line.accept(columns.stream().map(column -> column.text(row)).toList()));
    }

    /** A row for machines: what its cells are, by the names of the columns. */
    public Map<String, @Nullable Object> fields(R row) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        columns.forEach(column -> fields.put(column.name(), column.of(row)));
        return fields;
    }

    /** Which rows say all of these words, whatever their accents and capitals. */
    public Predicate<R> saying(String words) {
        Predicate<String> holding = PlainText.holding(words);
        return row -> holding.test(words(row));
    }

    /** All that a row says, as words are looked for in it. */
    public String words(R row) {
        return PlainText.words(columns.stream().map(column -> column.text(row)).collect(Collectors.joining(" ")));
    }

    /** Its rows, each once taken. */
    public List<R> list() {
        List<R> all = new ArrayList<>();
        rows.forEach(all::add);
        return all;
    }

    /** The same rows under other columns. */
    public Table<R> with(List<Column<R>> others) {
        return new Table<>(others, path, rows);
    }

    /** The columns of a table, from the first on. */
    public static <R> Layout<R, R> layout() {
        return layout(true);
    }

    /** The same; whole where it has the columns that are not for anybody. */
    public static <R> Layout<R, R> layout(boolean whole) {
        return new Layout<>(whole, new ArrayList<>(), row -> row);
    }

    /**
     * The columns of a table in their order.
     *
     * @param whole whether it has the columns that are not for anybody
     * @param part what of a row the next ones are taken from; where a row has no such part their cells are empty
     */
    public record Layout<R, P>(boolean whole, List<Column<R>> columns, Function<R, @Nullable P> part) {

        /** Those so far: what is added later is not among them. */
        @Override
        public List<Column<R>> columns() {
            return List.copyOf(columns);
        }

        /** The next columns are of another part of a row. */
        public <Q> Layout<R, Q> from(Function<R, @Nullable Q> other) {
            return new Layout<>(whole, columns, other);
        }

        public Layout<R, P> text(String name, Function<P, ? extends @Nullable Object> cell) {
            return text(name, "", cell);
        }

        public Layout<R, P> text(String name, String says, Function<P, ? extends @Nullable Object> cell) {
            return add(name, Kind.TEXT, 0, says, cell);
        }

        public Layout<R, P> figure(String name, Function<P, ? extends @Nullable Object> cell) {
            return add(name, Kind.FIGURE, 0, "", cell);
        }

        public Layout<R, P> integer(String name, Function<P, ? extends @Nullable Number> cell) {
            return integer(name, "", cell);
        }

        public Layout<R, P> integer(String name, String says, Function<P, ? extends @Nullable Number> cell) {
            return add(name, Kind.INTEGER, 0, says, cell);
        }

        public Layout<R, P> decimal(String name, int places, String says, Function<P, @Nullable BigDecimal> cell) {
            return add(name, Kind.DECIMAL, places, says, cell);
        }

        public Layout<R, P> euros(String name, Function<P, @Nullable BigDecimal> cell) {
            return euros(name, "", cell);
        }

        public Layout<R, P> euros(String name, String says, Function<P, @Nullable BigDecimal> cell) {
            return decimal(name, 2, says, cell);
        }

        public Layout<R, P> flag(String name, String says, Function<P, @Nullable Boolean> cell) {
            return add(name, Kind.BOOLEAN, 0, says, cell);
        }

        public Layout<R, P> date(String name, Function<P, ? extends @Nullable Object> cell) {
            return date(name, "", cell);
        }

        public Layout<R, P> date(String name, String says, Function<P, ? extends @Nullable Object> cell) {
            return add(name, Kind.DATE, 0, says, cell);
        }

        /** Columns that are not for anybody. */
        public Layout<R, P> inside(UnaryOperator<Layout<R, P>> more) {
            return whole ? more.apply(this) : this;
        }

        private Layout<R, P> add(
                String name, Kind kind, int places, String says, Function<P, ? extends @Nullable Object> cell) {
            columns.add(new Column<>(name, kind, places, says, row -> {
                P it = part.apply(row);
                return it == null ? null : cell.apply(it);
            }));
            return this;
        }

        /** The table that has them. */
        public Table<R> of(Collection<R> rows) {
            return of(rows::forEach);
        }

        /** The same, of rows that are read one after the other. */
        public Table<R> of(Rows<R> rows) {
            return new Table<>(columns(), rows);
        }

        /** Its rows are places. */
        public Table<R> at(Function<R, @Nullable Point> place, List<R> rows) {
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
        public Table<R> along(Function<R, List<Point>> path, List<R> rows) {
            return new Table<>(columns(), path, taker -> rows.forEach(taker));
        }
    }
}
