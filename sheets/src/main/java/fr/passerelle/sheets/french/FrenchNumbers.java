package fr.passerelle.sheets.french;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as French writes them: a comma, a minus that is no hyphen, and thousands apart by a space that does not break. */
public final class FrenchNumbers {

    /** What stands where nothing is known. */
    public static final String UNKNOWN = "—";

    private FrenchNumbers() {}

    /** A number without decimals. */
    public static String whole(Number number) {
        return format("#,##0").format(number);
    }

    /** A number with the decimals that it has, and so many at most. */
    public static String decimal(BigDecimal number, int places) {
        DecimalFormat format = format("#,##0");
        format.setMaximumFractionDigits(places);
        return format.format(number);
    }

    /** Euros with their two decimals, without the sign. */
    public static String amount(BigDecimal euros) {
        return format("#,##0.00").format(euros);
    }

    private static DecimalFormat format(String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.FRANCE);
        symbols.setGroupingSeparator('\u00a0');
        symbols.setMinusSign('−');
        return new DecimalFormat(pattern, symbols);
    }
}
