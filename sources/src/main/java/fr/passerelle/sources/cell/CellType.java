package fr.passerelle.sources.cell;

import fr.passerelle.schemas.person.PersonMask;
import fr.passerelle.schemas.table.Constraints;
import fr.passerelle.schemas.table.Field.BooleanWords;
import fr.passerelle.schemas.table.Field.ListFormat;
import fr.passerelle.sources.reject.RejectReason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the cells of a column are read. */
interface CellType {
    Map<String, String> WORDS = Map.of(
            Repair.InseeRepair.PATTERN,
            "un code INSEE de cinq caractères, comme 02168,",
            Repair.SirenRepair.PATTERN,
            "un SIREN de neuf chiffres, comme 200071991,",
            "[A-Za-z0-9][A-Za-z0-9._-]{0,59}",
            "un identifiant de 60 caractères au plus, d'abord une lettre ou un chiffre, puis lettres sans accent,"
                    + " chiffres, points et tirets, comme SALLE-012,",
            "[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}",
            "un identifiant de 100 caractères au plus, d'abord une lettre ou un chiffre, puis lettres sans accent,"
                    + " chiffres, points, tirets, deux-points et barres, comme 2017/03-0012,");

    int MAX_DIGITS = 17;
    int BASE = 10;

    /** The value of a cell that is not empty, or {@link Column#INVALID}. */
    long parse(String cell);

    /** The code of a cell that is not valid. */
    RejectReason reason();

    /** What is expected, in French, to be followed by "est attendu". */
    String expectation();

    /** Least and greatest value, in units of the last decimal place. */
    record Bounds(long least, long greatest, String text) {}

    static Bounds bounds(Constraints rule, int places) {
        return new Bounds(
                units(rule.minimum(), places, -Long.MAX_VALUE + 1),
                units(rule.maximum(), places, Long.MAX_VALUE),
                text(rule.minimum(), " à partir de ") + text(rule.maximum(), " et jusqu'à "));
    }

    /** A whole number: digits, perhaps a minus sign. */
    record Whole(Bounds bounds) implements CellType {

        @Override
        public long parse(String cell) {
            return units(cell, 0, bounds);
        }

        @Override
        public RejectReason reason() {
            return RejectReason.ENTIER;
        }

        @Override
        public String expectation() {
            return "un nombre entier" + bounds.text();
        }
    }

    /** A number with a decimal point and at most so many decimals. */
    record Fixed(int places, Bounds bounds) implements CellType {

        @Override
        public long parse(String cell) {
            return units(cell, places, bounds);
        }

        @Override
        public RejectReason reason() {
            return RejectReason.NOMBRE;
        }

        @Override
        public String expectation() {
            return "un nombre à point décimal, d'au plus %d décimales,%s".formatted(places, bounds.text());
        }
    }

    /** An angle in degrees: the bits of a double. */
    record Degrees(Bounds bounds) implements CellType {

        private static final Pattern FORM = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,15})?");

        @Override
        public long parse(String cell) {
            if (!FORM.matcher(cell).matches()) {
                return Column.INVALID;
            }
            double degrees = Double.parseDouble(cell) + 0.0; // no negative zero, whose bits mean no value
            boolean within = degrees >= bounds.least() && degrees <= bounds.greatest();
            return within ? Double.doubleToRawLongBits(degrees) : Column.INVALID;
        }

        @Override
        public RejectReason reason() {
            return RejectReason.NOMBRE;
        }

        @Override
        public String expectation() {
            return "un nombre de degrés à point décimal" + bounds.text();
        }
    }

    private static long units(String cell, int places, Bounds bounds) {
        long units = unsigned(cell, cell.charAt(0) == '-' ? 1 : 0, places);
        if (units == Column.INVALID) {
            return Column.INVALID;
        }
        long signed = cell.charAt(0) == '-' ? -units : units;
        return signed >= bounds.least() && signed <= bounds.greatest() ? signed : Column.INVALID;
    }

    /** Digits, then perhaps a point and one to {@code places} digits. */
    private static long unsigned(String cell, int start, int places) {
        int point = cell.indexOf('.');
        int whole = point < 0 ? cell.length() : point;
        int decimals = point < 0 ? 0 : cell.length() - point - 1;
        boolean formed = whole > start && decimals <= places && (point < 0 || decimals > 0);
        if (!formed || whole - start + places > MAX_DIGITS) {
            return Column.INVALID;
        }
        long units = digits(cell, start, whole, 0);
        units = point < 0 || units == Column.INVALID ? units : digits(cell, point + 1, cell.length(), units);
        return units == Column.INVALID ? units : scaled(units, places - decimals);
    }

    private static long digits(String cell, int from, int to, long before) {
        long value = before;
        for (int i = from; i < to; i++) {
            int digit = cell.charAt(i) - '0';
            if (digit < 0 || digit >= BASE) {
                return Column.INVALID;
            }
            value = value * BASE + digit;
        }
        return value;
    }

    private static long scaled(long units, int zeros) {
        long value = units;
        for (int i = 0; i < zeros; i++) {
            value *= BASE;
        }
        return value;
    }

    private static long units(@Nullable BigDecimal bound, int places, long otherwise) {
        return bound == null ? otherwise : bound.movePointRight(places).longValueExact();
    }

    private static String text(@Nullable BigDecimal bound, String words) {
        return bound == null ? "" : words + Objects.requireNonNull(bound).toPlainString();
    }

    /** A text, of a form and a length where the schema says so; a free one, without form, says nobody. */
    static final class Text implements CellType {

        private final @Nullable Pattern pattern;
        private final int minLength;
        private final int maxLength;

        Text(Constraints rule) {
            Integer least = rule.minLength();
            Integer most = rule.maxLength();
            pattern = rule.pattern();
            minLength = least == null ? 0 : least;
            maxLength = most == null ? Integer.MAX_VALUE : most;
        }

        @Override
        public long parse(String cell) {
            boolean fits = cell.length() >= minLength && cell.length() <= maxLength;
            return fits
                            && (pattern == null
                                    ? !PersonMask.hides(cell)
                                    : pattern.matcher(cell).matches())
                    ? 0
                    : Column.INVALID;
        }

        @Override
        public RejectReason reason() {
            return RejectReason.FORMAT;
        }

        @Override
        public String expectation() {
            return pattern == null
                    ? "un texte d'au plus %d caractères, sans nom ni numéro de personne,".formatted(maxLength)
                    : form(pattern.pattern());
        }
    }

    /** One of several texts; its value is its place among them. */
    static final class OneOf implements CellType {

        private final List<String> texts;
        private final Map<String, Long> places = new HashMap<>();

        OneOf(List<String> texts) {
            this.texts = texts;
            texts.forEach(text -> places.put(text, (long) places.size()));
        }

        @Override
        public long parse(String cell) {
            Long place = places.get(cell);
            return place == null ? Column.INVALID : place;
        }

        @Override
        public RejectReason reason() {
            return RejectReason.VALEUR;
        }

        @Override
        public String expectation() {
            return "l'un de ces mots : " + String.join(", ", texts) + ",";
        }
    }

    /** 1 for true, 0 for false. */
    record YesNo(BooleanWords words) implements CellType {

        @Override
        public long parse(String cell) {
            if (words.trueValues().contains(cell)) {
                return 1;
            }
            return words.falseValues().contains(cell) ? 0 : Column.INVALID;
        }

        @Override
        public RejectReason reason() {
            return RejectReason.OUI_NON;
        }

        @Override
        public String expectation() {
            return "%s, %s ou rien"
                    .formatted(
                            words.trueValues().getFirst(), words.falseValues().getFirst());
        }
    }

    /** A list in one cell; where any item will do, one that says nobody. */
    static final class Several implements CellType {

        private final ListFormat format;

        Several(@Nullable ListFormat format) {
            if (format == null) {
                throw new IllegalArgumentException("A list needs its delimiter");
            }
            this.format = format;
        }

        @Override
        public long parse(String cell) {
            boolean known = format.itemEnum().isEmpty()
                    ? !PersonMask.hides(cell)
                    : format.itemEnum().containsAll(LostAccents.items(cell, format.delimiter()));
            return known ? 0 : Column.INVALID;
        }

        @Override
        public RejectReason reason() {
            return RejectReason.VALEUR;
        }

        @Override
        public String expectation() {
            return "une liste, séparée par « %s », de %s"
                    .formatted(format.delimiter(), String.join(", ", format.itemEnum()));
        }
    }

    /** What is expected of a text that a pattern describes, in French, to precede « est attendu ». */
    private static String form(String pattern) {
        return WORDS.getOrDefault(pattern, "un texte d'une autre forme");
    }

    /** Days, {@code YYYY-MM-DD}, of a time in which there were rooms. */
    final class Days implements CellType {

        private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
        private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

        @Override
        public long parse(String cell) {
            if (cell.length() != 10 || cell.charAt(4) != '-' || cell.charAt(7) != '-') {
                return Column.INVALID;
            }
            int year = digits(cell, 0, 4);
            int month = digits(cell, 5, 7);
            int day = digits(cell, 8, 10);
            return exists(year, month, day) ? LocalDate.of(year, month, day).toEpochDay() : Column.INVALID;
        }

        @Override
        public RejectReason reason() {
            return RejectReason.DATE;
        }

        @Override
        public String expectation() {
            return "un jour AAAA-MM-JJ qui existe, du %s au %s,".formatted(FIRST, LAST);
        }

        private static boolean exists(int year, int month, int day) {
            return year >= FIRST.getYear()
                    && year <= LAST.getYear()
                    && month >= 1
                    && month <= 12
                    && day >= 1
                    && day <= YearMonth.of(year, month).lengthOfMonth();
        }

        private static int digits(String cell, int from, int to) {
            int value = 0;
            for (int i = from; i < to; i++) {
                int digit = cell.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    return -1;
                }
                value = value * 10 + digit;
            }
            return value;
        }
    }
}
