package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles.Fenetre;
import fr.passerelle.schemas.event.IndicateurName;

/** One way to measure a room. */
@FunctionalInterface
interface Indicator {

    IndicatorOutcome measure(RoomWindow room, Fenetre fenetre);

    /** The rule book: what each name of the barème measures. */
    static Indicator of(IndicateurName name) {
        return switch (name) {
            case USAGE -> Usage::measure;
            case OCCUPATION -> Occupation::measure;
            case TENDANCE -> Tendance::measure;
            case REGULARITE -> Regularite::measure;
            case INSCRITS -> Inscrits::measure;
        };
    }
}
