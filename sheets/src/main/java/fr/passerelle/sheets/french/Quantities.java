package fr.passerelle.sheets.french;

import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers with their unit, and codes in French, as a table shows them. */
public final class Quantities {

    private static final Pattern A_NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    private Quantities() {}

    /** A number with its unit; what is unknown is said to be. */
    public static String of(@Nullable BigDecimal amount, Unite unit) {
        return amount == null ? Textes.say("inconnu") : Textes.say("unite." + unit.name(), Map.of("n", amount));
    }

    /** What came out of a rule: a plain number, or a code. */
    public static String outcome(String outcome) {
        return A_NUMBER.matcher(outcome).matches()
                ? Textes.say("nombre", Map.of("n", new BigDecimal(outcome)))
                : Textes.word("issue", outcome);
    }

    /** Euros; what is unknown is said to be. */
    public static String euros(@Nullable BigDecimal amount) {
        return of(amount, Unite.EUROS);
    }

    /** A rate, 0 to 1, as percent. */
    public static String rate(BigDecimal rate) {
        return of(rate, Unite.PART);
    }
}
