package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles.Fenetre;
import java.math.BigDecimal;

/** Distinct people registered in a year ÷ population served. */
final class Inscrits {

    private Inscrits() {}

    static Outcome measure(RoomWindow room, Fenetre fenetre) {
        if (room.distinctPeople().isEmpty()) {
            return Outcome.unavailable(Unavailability.SANS_COMPTE_ANNUEL);
        }
        BigDecimal population = room.population();
        return population == null || population.signum() == 0
                ? Outcome.unavailable(Unavailability.SANS_POPULATION)
                : Outcome.ratio(Decimals.of(room.distinctPeople().getAsLong()), population);
    }
}
