package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles.IndicateurRule;
import fr.passerelle.schemas.event.Indicateur;

/** What an indicator found, as the record that says so. */
final class Indicateurs {

    private Indicateurs() {}

    static Indicateur of(IndicateurRule rule, Outcome outcome) {
        Indicateur.Builder indicateur =
                Indicateur.newBuilder().setName(rule.name()).setWeight(rule.weight());
        return switch (outcome) {
            case Outcome.Unavailable unavailable ->
                indicateur.setUnavailable(unavailable.reason().name()).build();
            case Outcome.Value value ->
                indicateur
                        .setNumerator(value.numerator())
                        .setDenominator(value.denominator())
                        .setValue(value.value())
                        .setPoints(Scale.points(rule.scale(), value.value()))
                        .build();
        };
    }
}
