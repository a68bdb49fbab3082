package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles.Fenetre;
import java.math.BigDecimal;

/** Presences a year ÷ population served: a missing month counts as the mean of the observed ones, a closed one as nothing. */
final class Usage {

    private static final long MONTHS_A_YEAR = 12;

    private Usage() {}

    static Outcome measure(RoomWindow room, Fenetre fenetre) {
        if (room.observed().isEmpty()) {
            return Outcome.unavailable(Unavailability.RIEN_OBSERVE);
        }
        BigDecimal population = room.population();
        if (population == null || population.signum() == 0) {
            return Outcome.unavailable(Unavailability.SANS_POPULATION);
        }
        return Outcome.ratio(presencesAYear(room), population);
    }

    private static BigDecimal presencesAYear(RoomWindow room) {
        long presences = RoomWindow.total(room.observed(), Measure.PRESENCES);
        return Decimals.divide(
                presences * room.open().size() * MONTHS_A_YEAR,
                (long) room.observed().size() * room.monthsSinceOpening());
    }
}
