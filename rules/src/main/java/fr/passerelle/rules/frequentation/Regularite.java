package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.trace.Steps.whole;

import fr.passerelle.schemas.bareme.JeuDeRegles.Fenetre;
import fr.passerelle.schemas.event.Unite;

/** Months with presences ÷ observed open months. */
final class Regularite {

    private Regularite() {}

    static IndicatorOutcome measure(RoomWindow room, Fenetre fenetre) {
        int observed = room.observed().size();
        long used = room.observed().stream()
                .filter(month -> month.total(Measure.PRESENCES) > 0)
                .count();
        Basis basis = Basis.of(
                room.observed(),
                whole("mois_avec_presences", used, Unite.MOIS),
                whole("mois_observes", observed, Unite.MOIS));
        return observed == 0
                ? basis.unavailable(Unavailability.RIEN_OBSERVE)
                : basis.ratio(Decimals.of(used), Decimals.of(observed));
    }
}
