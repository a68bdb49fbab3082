package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Constraints;
import fr.passerelle.sources.reject.RejectReason;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers: whole, with a fixed number of decimals kept as whole units, and degrees. */
final class Numbers {

    private static final int MAX_DIGITS = 17;
    private static final int BASE = 10;

    private Numbers() {}

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
}
