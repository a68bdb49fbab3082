package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles.IndicateurRule;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.PointEchelle;
import java.time.YearMonth;
import java.util.List;

/** What an indicator found, as the record that says so. */
final class Indicateurs {

    private Indicateurs() {}

    static Indicateur of(IndicateurRule rule, IndicatorOutcome outcome) {
        Indicateur.Builder indicateur = described(rule, outcome.basis());
        return switch (outcome) {
            case IndicatorOutcome.Unavailable unavailable ->
                indicateur.setUnavailable(unavailable.reason().name()).build();
            case IndicatorOutcome.Value value ->
                indicateur
                        .setNumerator(value.numerator())
                        .setDenominator(value.denominator())
                        .setValue(value.value())
                        .setPoints(Scale.points(rule.scale(), value.value()))
                        .build();
        };
    }

    private static Indicateur.Builder described(IndicateurRule rule, Basis basis) {
        Terms terms = Terms.of(rule.name());
        return Indicateur.newBuilder()
                .setName(rule.name())
                .setWeight(rule.weight())
                .setFormula(terms.formula())
                .setUnit(terms.value())
                .setNumeratorUnit(terms.numerator())
                .setDenominatorUnit(terms.denominator())
                .setMonths(basis.months().stream().map(YearMonth::toString).toList())
                .setScale(scale(rule))
                .setOperands(basis.operands());
    }

    private static List<PointEchelle> scale(IndicateurRule rule) {
        return rule.scale().stream()
                .map(point -> new PointEchelle(Decimals.six(point.value()), Decimals.six(point.points())))
                .toList();
    }
}
