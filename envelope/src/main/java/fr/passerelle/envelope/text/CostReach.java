package fr.passerelle.envelope.text;

import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.LevierEssaye;
import fr.passerelle.schemas.event.LevierPropre;
import fr.passerelle.schemas.event.MotifAttente;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/** What people read of the credit that an EPCI lacks and of the aid that it could give up. */
public final class CostReach {

    /**
     * Per thousand of its aid. Who gives up all of it enters without costing anything, so that nearly everybody could: an EPCI is told to ask
     * for less only where it keeps more than half. A choice of this project, as no text says where such advice ends.
     */
    private static final int GIVEN_UP = 500;

    private CostReach() {}

    /** The least credit of one year that lets it in, the earliest of equals; empty where none does. */
    public static Optional<CreditManquant> least(MotifAttente waiting) {
        return waiting.getCredits().stream()
                .filter(credit -> credit.getEuros() != null)
                .min(Comparator.comparing((CreditManquant credit) -> Objects.requireNonNull(credit.getEuros()))
                        .thenComparing(CreditManquant::getYear));
    }

    /** Whether it lacks nothing: only the order among equal choices keeps it out. */
    static boolean isTie(MotifAttente waiting) {
        return least(waiting)
                .map(CreditManquant::getEuros)
                .filter(euros -> euros.signum() == 0)
                .isPresent();
    }

    /** Percentage of its aid that it could give up and enter; empty where that is nothing, too much, or touches a tie. */
    static Optional<BigDecimal> percentage(MotifAttente waiting) {
        return waiting.getLeviers().stream()
                .filter(lever -> lever.getLevier() == LevierPropre.COUT && lever.getEntre() && !isTie(waiting))
                .map(LevierEssaye::getPerMille)
                .filter(share -> share != null && share > 0 && share < GIVEN_UP)
                .map(share -> BigDecimal.valueOf(share, 1))
                .findFirst();
    }
}
