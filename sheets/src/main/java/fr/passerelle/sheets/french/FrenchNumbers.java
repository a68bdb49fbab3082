package fr.passerelle.sheets.french;

import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as French writes them: a comma, a minus that is no hyphen, thousands apart by a space that does not break; with their unit, or in letters. */
public final class FrenchNumbers {

    /** What stands where nothing is known. */
    public static final String UNKNOWN = "—";

    private static final Pattern A_NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    /** Sessions up to so many are counted in letters. */
    private static final int SPELLED = 20;

    private FrenchNumbers() {}

    /** A number without decimals. */
    public static String whole(Number number) {
        return format(0, 0).format(number);
    }

    /** A number with the decimals that it has, and so many at most. */
    public static String decimal(BigDecimal number, int places) {
        return format(0, places).format(number);
    }

    /** A number with so many decimals. */
    public static String fixed(BigDecimal number, int places) {
        return format(places, places).format(number);
    }

    /** Euros with their two decimals, without the sign. */
    public static String amount(BigDecimal euros) {
        return fixed(euros, 2);
    }

    private static DecimalFormat format(int least, int most) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.FRANCE);
        symbols.setGroupingSeparator('\u00a0');
        symbols.setMinusSign('−');
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        return format;
    }

    /** A number with its unit; what is unknown is said to be. */
    public static String of(@Nullable BigDecimal amount, Unite unit) {
        return amount == null ? Textes.say("inconnu") : Textes.say("unite." + unit.name(), Map.of("n", amount));
    }

    /** What came out of a rule: a plain number, or a code. */
    public static String outcome(String outcome) {
        return A_NUMBER.matcher(outcome).matches() ? number(new BigDecimal(outcome)) : Textes.word("issue", outcome);
    }

    /** A number alone, as the messages write it. */
    public static String number(Object number) {
        return Textes.say("nombre", Map.of("n", number));
    }

    /** Euros; what is unknown is said to be. */
    public static String euros(@Nullable BigDecimal amount) {
        return of(amount, Unite.EUROS);
    }

    /** A rate, 0 to 1, as percent. */
    public static String rate(BigDecimal rate) {
        return of(rate, Unite.PART);
    }

    /** « quatorze séances ». */
    public static String sessions(int n) {
        return Textes.say("seances", Map.of("n", n, "taille", size(n)));
    }

    /** « quatorze ». */
    public static String sessionsAlone(int n) {
        return Textes.say("seances.seules", Map.of("n", n, "taille", size(n)));
    }

    private static String size(int n) {
        return n <= SPELLED ? "petit" : "grand";
    }
}
