package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.trace.Steps.number;
import static fr.passerelle.rules.trace.Steps.whole;

import fr.passerelle.schemas.bareme.JeuDeRegles.Fenetre;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;

/** Presences a year ÷ population served: a missing month counts as the mean of the observed ones, a closed one as nothing. */
final class Usage {

    private static final long MONTHS_A_YEAR = 12;

    private Usage() {}

    static IndicatorOutcome measure(RoomWindow room, Fenetre fenetre) {
        if (room.observed().isEmpty()) {
            return basis(room).unavailable(Unavailability.RIEN_OBSERVE);
        }
        BigDecimal population = room.population();
        return population == null || population.signum() == 0
                ? basis(room).unavailable(Unavailability.SANS_POPULATION)
                : basis(room).ratio(presencesAYear(room), population);
    }

    private static Basis basis(RoomWindow room) {
        return Basis.of(
                room.observed(),
                whole("presences", RoomWindow.total(room.observed(), Measure.PRESENCES), Unite.PRESENCES),
                whole("mois_observes", room.observed().size(), Unite.MOIS),
                whole("mois_ouverts", room.open().size(), Unite.MOIS),
                whole("mois_par_an", MONTHS_A_YEAR, Unite.MOIS),
                whole("mois_depuis_ouverture", room.monthsSinceOpening(), Unite.MOIS),
                number("population_desservie", room.population(), Unite.HABITANTS));
    }

    private static BigDecimal presencesAYear(RoomWindow room) {
        long presences = RoomWindow.total(room.observed(), Measure.PRESENCES);
        return Decimals.divide(
                presences * room.open().size() * MONTHS_A_YEAR,
                (long) room.observed().size() * room.monthsSinceOpening());
    }
}
