package fr.passerelle.sources.cell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a mapping declares about the cells of one column. A declared form is read without a correction; it also holds against the canonical
 * form: where the decimal comma is declared, {@code 1.234} is one thousand two hundred and thirty-four.
 *
 * @param dates forms of days; where several fit a cell, they must say the same day; empty for none declared
 * @param pivot the first two-digit year of the twentieth century, 1 to 99: below it they are of the twenty-first
 * @param units what may follow a number, such as {@code %}, beside the usual names of the column's own unit
 * @param missing texts that mean that there is nothing, exactly as they are in the file
 * @param openingHours whether weekly hours are told as opening hours, which is then no correction
 * @param digits whether {@code 1} is yes and {@code 0} is no
 * @param lenient whether a cell that cannot be read counts as empty, with a note
 */
public record Forms(
        List<DateForm> dates,
        int pivot,
        DecimalMark decimal,
        Set<String> units,
        CoordinateSystem coordinates,
        Set<String> missing,
        boolean openingHours,
        boolean digits,
        boolean lenient) {
    /** The pivot where none is declared: no room is older than 1970. */
    public static final int USUAL_PIVOT = 70;

    /** Nothing is declared. */
    public static final Forms UNDECLARED = new Forms(
            List.of(),
            USUAL_PIVOT,
            DecimalMark.UNDECLARED,
            Set.of(),
            CoordinateSystem.UNDECLARED,
            Set.of(),
            false,
            false,
            false);

    /** Keeps its own copies. */
    public Forms {
        if (pivot < 1 || pivot > 99) {
            throw new IllegalArgumentException("A pivot is a year of two digits, from 1: " + pivot);
        }
        dates = List.copyOf(dates);
        units = Set.copyOf(units);
        missing = Set.copyOf(missing);
    }

    /** The same, for a column of which a cell that cannot be read counts as empty, or does not. */
    public Forms lenient(boolean whether) {
        return new Forms(dates, pivot, decimal, units, coordinates, missing, openingHours, digits, whether);
    }

    /** The forms of days that a mapping can declare. */
    public enum DateForm {
        /** Day, month, year of four digits; also with {@code -} or {@code .} between them. */
        DAY_MONTH_YEAR("JJ/MM/AAAA"),
        DAY_MONTH_SHORT_YEAR("JJ/MM/AA"),
        MONTH_DAY_YEAR("MM/JJ/AAAA"),
        MONTH_DAY_SHORT_YEAR("MM/JJ/AA"),
        YEAR_MONTH_DAY("AAAA/MM/JJ"),
        DAY_NAMED_MONTH_YEAR("J MOIS AAAA"),
        /** Number of a day in a workbook that counts from 1900. */
        EXCEL_1900("EXCEL-1900"),
        /** Number of a day in a workbook that counts from 1904. */
        EXCEL_1904("EXCEL-1904");

        private final String french;

        DateForm(String french) {
            this.french = french;
        }

        /** How users write it. */
        public String french() {
            return french;
        }

        /** The form that users write so; empty for none. */
        public static Optional<DateForm> named(String french) {
            return Arrays.stream(values())
                    .filter(form -> form.french.equals(french))
                    .findFirst();
        }
    }

    /** What stands before the decimals of a number. */
    public enum DecimalMark {
        /** Nothing was declared: a comma is taken for it only where it can be nothing else. */
        UNDECLARED,
        /** A point; a comma then only parts thousands. */
        POINT,
        /** A comma; a point then only parts thousands. */
        COMMA
    }

    /** What the two coordinates of a place are. */
    public enum CoordinateSystem {
        /** Nothing was declared: degrees, unless both can only be something else. */
        UNDECLARED,
        /** Degrees of latitude and longitude. */
        WGS84,
        /** Metres of the French projection, EPSG:2154: the column of the longitude holds x, that of the latitude y. */
        LAMBERT_93
    }
}
