package fr.passerelle.sources.cell;

import fr.passerelle.schemas.person.PersonMask;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.Field.BooleanWords;
import fr.passerelle.schemas.table.Field.Constraints;
import fr.passerelle.schemas.table.Field.ListFormat;
import fr.passerelle.sources.reject.RejectReason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the cells of a column are read; the expectation, in French, goes before "est attendu". */
record CellType(ToLongFunction<String> reading, RejectReason reason, String expectation) {
    private static final Map<String, String> WORDS = Map.of(
            Repair.INSEE_PATTERN,
            "un code INSEE de cinq caractères, comme 02168,",
            Repair.SIREN_PATTERN,
            "un SIREN de neuf chiffres, comme 200071991,",
            "[A-Za-z0-9][A-Za-z0-9._-]{0,59}",
            "un identifiant de 60 caractères au plus, d'abord une lettre ou un chiffre, puis lettres sans accent,"
                    + " chiffres, points et tirets, comme SALLE-012,",
            "[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}",
            "un identifiant de 100 caractères au plus, d'abord une lettre ou un chiffre, puis lettres sans accent,"
                    + " chiffres, points, tirets, deux-points et barres, comme 2017/03-0012,");

    private static final int MAX_DIGITS = 17;
    private static final int BASE = 10;
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);
    private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,15})?");

    /** Least and greatest value, in units of the last decimal place. */
    private record Bounds(long least, long greatest, String text) {
        static Bounds of(Constraints rule, int places) {
            return new Bounds(
                    units(rule.minimum(), places, -Long.MAX_VALUE + 1),
                    units(rule.maximum(), places, Long.MAX_VALUE),
                    text(rule.minimum(), " à partir de ") + text(rule.maximum(), " et jusqu'à "));
        }

        private static long units(@Nullable BigDecimal bound, int places, long otherwise) {
            return bound == null ? otherwise : bound.movePointRight(places).longValueExact();
        }

        private static String text(@Nullable BigDecimal bound, String words) {
            return bound == null ? "" : words + bound.toPlainString();
        }

        boolean hold(double degrees) {
            return degrees >= least && degrees <= greatest;
        }
    }

    static CellType of(Field field) {
        Constraints rule = field.constraints();
        return switch (field.type()) {
            case INTEGER -> whole(Bounds.of(rule, 0));
            case NUMBER -> number(rule, rule.decimalPlaces());
            case DATE ->
                new CellType(
                        CellType::day,
                        RejectReason.DATE,
                        "un jour AAAA-MM-JJ qui existe, du %s au %s,".formatted(FIRST, LAST));
            case BOOLEAN -> yesNo(field.booleans());
            case LIST -> list(Objects.requireNonNull(field.list()));
            case STRING -> rule.values().isEmpty() ? text(rule) : oneOf(List.copyOf(rule.values()));
            case YEARMONTH, YEAR ->
                throw new IllegalArgumentException("No input file has a column of type " + field.type());
        };
    }

    private static CellType whole(Bounds bounds) {
        return new CellType(cell -> units(cell, 0, bounds), RejectReason.ENTIER, "un nombre entier" + bounds.text());
    }

    /** A number with a decimal point and at most so many decimals; an angle in degrees, as the bits of a double, where none are said. */
    private static CellType number(Constraints rule, @Nullable Integer places) {
        if (places == null) {
            Bounds bounds = Bounds.of(rule, 0);
            return new CellType(
                    cell -> degrees(cell, bounds),
                    RejectReason.NOMBRE,
                    "un nombre de degrés à point décimal" + bounds.text());
        }
        Bounds bounds = Bounds.of(rule, places);
        return new CellType(
                cell -> units(cell, places, bounds),
                RejectReason.NOMBRE,
                "un nombre à point décimal, d'au plus %d décimales,%s".formatted(places, bounds.text()));
    }

    private static long degrees(String cell, Bounds bounds) {
        if (!DEGREES.matcher(cell).matches()) {
            return Column.INVALID;
        }
        double degrees = Double.parseDouble(cell) + 0.0; // no negative zero, whose bits mean no value
        return bounds.hold(degrees) ? Double.doubleToRawLongBits(degrees) : Column.INVALID;
    }

    private static CellType yesNo(BooleanWords words) {
        return new CellType(
                cell -> words.trueValues().contains(cell)
                        ? 1
                        : words.falseValues().contains(cell) ? 0 : Column.INVALID,
                RejectReason.OUI_NON,
                "%s, %s ou rien"
                        .formatted(
                                words.trueValues().getFirst(),
                                words.falseValues().getFirst()));
    }

    /** A list in one cell; where any item will do, one that says nobody. */
    private static CellType list(ListFormat format) {
        Predicate<String> known = format.itemEnum().isEmpty()
                ? cell -> !PersonMask.hides(cell)
                : cell -> format.itemEnum().containsAll(CellText.items(cell, format.delimiter()));
        return new CellType(
                cell -> known.test(cell) ? 0 : Column.INVALID,
                RejectReason.VALEUR,
                "une liste, séparée par « %s », de %s"
                        .formatted(format.delimiter(), String.join(", ", format.itemEnum())));
    }

    private static CellType oneOf(List<String> texts) {
        Map<String, Long> places = new HashMap<>();
        texts.forEach(text -> places.put(text, (long) places.size()));
        return new CellType(
                cell -> places.getOrDefault(cell, Column.INVALID),
                RejectReason.VALEUR,
                "l'un de ces mots : " + String.join(", ", texts) + ",");
    }

    /** A text, of a form and a length where the schema says so; a free one, without form, says nobody. */
    private static CellType text(Constraints rule) {
        int least = Objects.requireNonNullElse(rule.minLength(), 0);
        int most = Objects.requireNonNullElse(rule.maxLength(), Integer.MAX_VALUE);
        Pattern pattern = rule.pattern();
        Predicate<String> fits = pattern == null ? cell -> !PersonMask.hides(cell) : pattern.asMatchPredicate();
        return new CellType(
                cell -> cell.length() >= least && cell.length() <= most && fits.test(cell) ? 0 : Column.INVALID,
                RejectReason.FORMAT,
                pattern == null
                        ? "un texte d'au plus %d caractères, sans nom ni numéro de personne,".formatted(most)
                        : WORDS.getOrDefault(pattern.pattern(), "un texte d'une autre forme"));
    }

    /** A day, {@code YYYY-MM-DD}, of a time in which there were rooms. */
    static long day(String cell) {
        if (cell.length() != 10 || cell.charAt(4) != '-' || cell.charAt(7) != '-') {
            return Column.INVALID;
        }
        long year = digits(cell, 0, 4, 0);
        long month = digits(cell, 5, 7, 0);
        long day = digits(cell, 8, 10, 0);
        boolean exists = year >= FIRST.getYear()
                && year <= LAST.getYear()
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of((int) year, (int) month).lengthOfMonth();
        return exists ? LocalDate.of((int) year, (int) month, (int) day).toEpochDay() : Column.INVALID;
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
        for (int i = decimals; i < places && units != Column.INVALID; i++) {
            units *= BASE;
        }
        return units;
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
}
