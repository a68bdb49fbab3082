package fr.passerelle.envelope.solver;

import com.google.ortools.sat.LinearExprBuilder;
import fr.passerelle.envelope.rule.CreditWindow;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.EpciChoices;
import java.math.BigInteger;
import java.util.List;

/** Credits as limits of a model: what is chosen spends no more than what notified aid leaves of each window. */
final class CreditLimits implements Choosing.Condition {

    @Override
    public void addTo(ChoiceModel model) {
        for (CreditWindow window : model.envelope().windows()) {
            long unit = unit(model.envelope().epcis(), window);
            if (unit > 0) {
                LinearExprBuilder spent = model.sum((epci, option) -> option.spent(window) / unit);
                model.model().addLessOrEqual(spent, Math.floorDiv(left(model.envelope(), window), unit));
            }
        }
    }

    /** Cents of a window that notified aid leaves. */
    static long left(Envelope envelope, CreditWindow window) {
        return window.limit()
                - envelope.epcis().stream()
                        .mapToLong(epci -> epci.engaged().spent(window))
                        .sum();
    }

    /** The largest number of cents that all that may be spent there is made of; 0 where nothing may. */
    private static long unit(List<EpciChoices> epcis, CreditWindow window) {
        return epcis.stream()
                .flatMap(epci -> epci.options().stream())
                .map(option -> BigInteger.valueOf(option.spent(window)))
                .reduce(BigInteger.ZERO, BigInteger::gcd)
                .longValueExact();
    }
}
