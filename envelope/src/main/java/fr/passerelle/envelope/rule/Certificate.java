package fr.passerelle.envelope.rule;

import fr.passerelle.envelope.rule.Credits.CreditWindow;
import fr.passerelle.envelope.rule.Credits.EquityRow;
import fr.passerelle.envelope.rule.Envelope.Programme;
import fr.passerelle.schemas.event.Critere;
import java.util.ArrayList;
import java.util.List;

/** An answer checked from the options alone: each rule that it breaks, in French, and what it reaches on each level with what was notified. */
public record Certificate(List<String> breaches, List<Long> levels) {

    /** Checks an answer. */
    public static Certificate of(Envelope envelope, Programme programme) {
        List<String> breaches = new ArrayList<>();
        checkChoices(envelope, programme, breaches);
        checkCredits(envelope, programme, breaches);
        checkEquity(envelope, programme, breaches);
        return new Certificate(
                List.copyOf(breaches),
                envelope.valeur().levels().stream()
                        .map(level -> value(envelope, programme, level))
                        .toList());
    }

    /** What an answer reaches on a criterion, with what was notified. */
    public static long value(Envelope envelope, Programme programme, Critere critere) {
        return envelope.epcis().stream()
                .mapToLong(epci -> epci.value(programme.of(epci), critere))
                .sum();
    }

    /** Cents that an answer spends in a window, with what was notified. */
    public static long spent(Envelope envelope, Programme programme, CreditWindow window) {
        return envelope.epcis().stream()
                .mapToLong(epci ->
                        programme.of(epci).spent(window) + epci.engaged().spent(window))
                .sum();
    }

    /** Whether the answer may be. */
    public boolean holds() {
        return breaches.isEmpty();
    }

    private static void checkChoices(Envelope envelope, Programme programme, List<String> breaches) {
        for (EpciChoices epci : envelope.epcis()) {
            FundingOption chosen = programme.bySiren().get(epci.siren());
            if (chosen == null || !epci.options().contains(chosen)) {
                breaches.add("L'intercommunalité " + epci.siren() + " n'a pas l'un de ses choix possibles.");
            }
        }
        if (programme.bySiren().size() != envelope.epcis().size()) {
            breaches.add("Des choix portent sur des intercommunalités inconnues.");
        }
    }

    private static void checkCredits(Envelope envelope, Programme programme, List<String> breaches) {
        for (CreditWindow window : envelope.windows()) {
            long over = spent(envelope, programme, window) - window.limit();
            if (over > 0) {
                breaches.add("Les crédits de %s de %d à %d sont dépassés de %d centimes."
                        .formatted(window.line(), window.from(), window.to(), over));
            }
        }
    }

    private static void checkEquity(Envelope envelope, Programme programme, List<String> breaches) {
        for (EquityRow row : envelope.credits().equity()) {
            long reached = envelope.epcis().stream()
                    .mapToLong(epci -> row.gives(epci) * epci.openings(programme.of(epci)))
                    .sum();
            if (reached < row.least()) {
                breaches.add("Une ligne d'équité n'est pas tenue : " + row + ".");
            }
        }
    }
}
