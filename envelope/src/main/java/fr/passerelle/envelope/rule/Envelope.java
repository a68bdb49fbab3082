package fr.passerelle.envelope.rule;

import fr.passerelle.schemas.bareme.Programmation.ValeurRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be chosen: one option for each EPCI, within the credits, of the greatest value.
 *
 * @param epcis by SIREN
 */
public record Envelope(Credits credits, ValeurRule valeur, List<EpciChoices> epcis) {

    /** The last year in which something could be spent. */
    public int lastYear() {
        int voted = credits.years().last();
        return epcis.stream()
                .flatMap(epci -> Stream.concat(epci.options().stream(), Stream.of(epci.engaged())))
                .flatMap(option -> option.cents().keySet().stream())
                .mapToInt(BudgetCell::year)
                .reduce(voted, Math::max);
    }

    /** Every bound on what is spent. */
    public List<CreditWindow> windows() {
        return credits.windows(lastYear());
    }

    /** The same choices under other credits. */
    public Envelope with(Credits others) {
        return new Envelope(others, valeur, epcis);
    }

    /** The same choices under another value function. */
    public Envelope with(ValeurRule other) {
        return new Envelope(credits, other, epcis);
    }
}
