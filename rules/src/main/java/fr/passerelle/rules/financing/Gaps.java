package fr.passerelle.rules.financing;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Ecart;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the rules now find, held against one notification: what was notified stays. An amount that was not notified, one that is not known
 * and nothing at all are the same.
 */
record Gaps(List<Ecart> ecarts, RegleEssayee step) {

    private static final String SEAT = "TIERS_LIEU";
    private static final String TOTAL = "AIDE_TOTALE";

    static Gaps of(String on, Notification notification, Proposed proposed) {
        List<Held> held = new ArrayList<>();
        held.add(Held.seat(SEAT, notification.seat(), proposed.seat()));
        for (AidLine line : proposed.lines()) {
            String name = line.getLine().name();
            held.add(Held.euros(name, notification.aid(name), line.getAid()));
        }
        held.add(Held.euros(TOTAL, notification.total(), proposed.total()));
        List<Ecart> ecarts = held.stream()
                .filter(Held::differs)
                .map(one -> one.ecart(notification.act()))
                .toList();
        return new Gaps(ecarts, step(on, notification, held, ecarts.isEmpty()));
    }

    private static RegleEssayee step(String on, Notification notification, List<Held> held, boolean same) {
        List<Operande> operands = new ArrayList<>();
        operands.add(Steps.text("acte", notification.act(), Unite.CODE));
        operands.add(Steps.text("date", notification.decision().getDecidedOn().toString(), Unite.DATE));
        operands.add(Steps.text("epci_notifie", notification.party(), Unite.CODE));
        held.forEach(one -> one.addTo(operands));
        return Steps.passed(Rule.NOTIFIE, on, same ? "CONFORME" : "ECART", operands.toArray(Operande[]::new));
    }

    /** One thing as it was notified, and as the rules now find it. */
    private record Held(String name, Operande notified, Operande now, boolean differs) {

        static Held seat(String name, @Nullable String notified, @Nullable String now) {
            return new Held(
                    name,
                    Steps.text(operand(name, "_notifie"), notified, Unite.CODE),
                    Steps.text(operand(name, "_propose"), now, Unite.CODE),
                    !Objects.equals(notified, now));
        }

        static Held euros(String name, @Nullable BigDecimal notified, @Nullable BigDecimal now) {
            return new Held(
                    name,
                    Operands.euros(operand(name, "_notifie"), notified),
                    Operands.euros(operand(name, "_propose"), now),
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
}
