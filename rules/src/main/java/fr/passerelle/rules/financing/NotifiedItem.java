package fr.passerelle.rules.financing;

import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Ecart;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One item of a notification, as it was notified and as the rules now find it. */
record NotifiedItem(String name, Operande notified, Operande now, boolean differs) {

    static NotifiedItem seat(String name, @Nullable String notified, @Nullable String now) {
        return new NotifiedItem(
                name,
                Steps.text(operand(name, "_notifie"), notified, Unite.CODE),
                Steps.text(operand(name, "_propose"), now, Unite.CODE),
                !Objects.equals(notified, now));
    }

    static NotifiedItem euros(String name, @Nullable BigDecimal notified, @Nullable BigDecimal now) {
        return new NotifiedItem(
                name,
                Steps.euros(operand(name, "_notifie"), notified),
                Steps.euros(operand(name, "_propose"), now),
                Cents.orZero(notified).compareTo(Cents.orZero(now)) != 0);
    }

    void addTo(List<Operande> operands) {
        operands.add(notified);
        operands.add(now);
    }

    Ecart ecart(String act) {
        return new Ecart(name, said(notified), said(now), act);
    }

    private static @Nullable String said(Operande operand) {
        BigDecimal amount = operand.getAmount();
        return amount == null ? operand.getText() : Cents.of(amount).toPlainString();
    }

    private static String operand(String name, String suffix) {
        return name.toLowerCase(Locale.ROOT) + suffix;
    }
}
