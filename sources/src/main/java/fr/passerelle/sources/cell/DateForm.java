package fr.passerelle.sources.cell;

import java.util.Arrays;
import java.util.Optional;

/** The forms of days that a mapping can declare. */
public enum DateForm {
    /** Day, month, year of four digits; also with {@code -} or {@code .} between them. */
    DAY_MONTH_YEAR("JJ/MM/AAAA"),
    /** Day, month, year of two digits. */
    DAY_MONTH_SHORT_YEAR("JJ/MM/AA"),
    /** Month first, year of four digits. */
    MONTH_DAY_YEAR("MM/JJ/AAAA"),
    /** Month first, year of two digits. */
    MONTH_DAY_SHORT_YEAR("MM/JJ/AA"),
    /** Year first. */
    YEAR_MONTH_DAY("AAAA/MM/JJ"),
    /** Day, name of the month in French, year of four digits. */
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
