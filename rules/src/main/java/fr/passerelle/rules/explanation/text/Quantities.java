package fr.passerelle.rules.explanation.text;

import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers with their unit, and codes in French, as a table shows them. */
final class Quantities {

    private Quantities() {}

    /** A number with its unit; what is unknown is said to be. */
    static String of(@Nullable BigDecimal amount, Unite unit) {
        return amount == null ? Textes.say("inconnu") : Textes.say("unite." + unit.name(), Map.of("n", amount));
    }

    /** An operand by its name: « seuil : 50 points ». */
    static String named(Operande operand) {
        return Textes.say(
                "operande.valeur", Map.of("nom", Textes.word("operande", operand.getName()), "valeur", value(operand)));
    }

    /** The value of an operand alone. */
    static String value(Operande operand) {
        String text = operand.getText();
        return text == null ? of(operand.getAmount(), operand.getUnit()) : text(text, operand.getUnit());
    }

    /** Euros; what is unknown is said to be. */
    static String euros(@Nullable BigDecimal amount) {
        return of(amount, Unite.EUROS);
    }

    /** A rate, 0 to 1, as percent. */
    static String rate(BigDecimal rate) {
        return of(rate, Unite.PART);
    }

    private static String text(String text, Unite unit) {
        return unit == Unite.CODE || unit == Unite.OUI_NON ? Textes.word("issue", text) : text;
    }
}
