package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles.Fenetre;

/** Months with presences ÷ observed open months. */
final class Regularite {

    private Regularite() {}

    static Outcome measure(RoomWindow room, Fenetre fenetre) {
        int observed = room.observed().size();
        if (observed == 0) {
            return Outcome.unavailable(Unavailability.RIEN_OBSERVE);
        }
        long used = room.observed().stream()
                .filter(month -> month.total(Measure.PRESENCES) > 0)
                .count();
        return Outcome.ratio(Decimals.of(used), Decimals.of(observed));
    }
}
