package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.trace.Steps.number;
import static fr.passerelle.rules.trace.Steps.whole;

import fr.passerelle.schemas.bareme.JeuDeRegles.Fenetre;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.List;

/** Distinct people registered in a year ÷ population served. */
final class Inscrits {

    private Inscrits() {}

    static IndicatorOutcome measure(RoomWindow room, Fenetre fenetre) {
        return room.yearlyCount()
                .map(count -> measure(room, count))
                .orElseGet(() ->
                        new Basis(List.of(), List.of(population(room))).unavailable(Unavailability.SANS_COMPTE_ANNUEL));
    }

    private static IndicatorOutcome measure(RoomWindow room, YearlyCount count) {
        BigDecimal population = room.population();
        Basis basis = new Basis(
                count.months(),
                List.of(whole("personnes_distinctes", count.people(), Unite.PERSONNES), population(room)));
        return population == null || population.signum() == 0
                ? basis.unavailable(Unavailability.SANS_POPULATION)
                : basis.ratio(Decimals.of(count.people()), population);
    }

    private static Operande population(RoomWindow room) {
        return number("population_desservie", room.population(), Unite.HABITANTS);
    }
}
