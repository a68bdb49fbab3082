package fr.passerelle.rules.explanation.reevaluation;

import fr.passerelle.schemas.event.Formule;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.PointEchelle;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An indicator again: its terms from what it took, its value from its terms, its points from its scale. */
record IndicateurCheck(Frequentation room, Indicateur told, Findings findings) {

    void run() {
        findings.check(name(), this::measure);
        findings.check(name(), this::value);
        findings.same(name() + ".unités", units(), expectedUnits());
    }

    private String name() {
        return told.getName().name();
    }

    private void measure() {
        Measured again =
                room.getState() == FrequentationState.FERMEE ? Measured.unavailable("FERMEE") : Measured.of(told, room);
        findings.same(name() + ".unavailable", told.getUnavailable(), again.unavailable());
        findings.same(name() + ".numerator", told.getNumerator(), again.numerator());
        findings.same(name() + ".denominator", told.getDenominator(), again.denominator());
    }

    private void value() {
        BigDecimal numerator = told.getNumerator();
        BigDecimal denominator = told.getDenominator();
        boolean available = told.getUnavailable() == null && numerator != null && denominator != null;
        BigDecimal value = available ? value(numerator, denominator) : null;
        findings.same(name() + ".value", told.getValue(), value);
        findings.same(name() + ".points", told.getPoints(), value == null ? null : points(value));
    }

    private BigDecimal value(@Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
        if (numerator == null || denominator == null) {
            throw new Untold("terms");
        }
        BigDecimal quotient = Again.divide(numerator, denominator);
        return told.getFormula() == Formule.VARIATION ? quotient.subtract(BigDecimal.ONE) : quotient;
    }

    private BigDecimal points(BigDecimal value) {
        List<PointEchelle> scale = told.getScale();
        if (scale.isEmpty()) {
            throw new Untold("scale");
        }
        for (int i = 0; i < scale.size(); i++) {
            if (scale.get(i).getValue().compareTo(value) > 0) {
                return i == 0 ? scale.getFirst().getPoints() : between(scale.get(i - 1), scale.get(i), value);
            }
        }
        return scale.getLast().getPoints();
    }

    private static BigDecimal between(PointEchelle below, PointEchelle above, BigDecimal value) {
        BigDecimal run = above.getValue().subtract(below.getValue());
        BigDecimal left = above.getValue().subtract(value).multiply(below.getPoints());
        BigDecimal right = value.subtract(below.getValue()).multiply(above.getPoints());
        return Again.divide(left.add(right), run);
    }

    private List<Object> units() {
        return List.of(told.getFormula(), told.getUnit(), told.getNumeratorUnit(), told.getDenominatorUnit());
    }

    private List<Object> expectedUnits() {
        return switch (told.getName()) {
            case USAGE ->
                List.of(Formule.QUOTIENT, Unite.PRESENCES_PAR_AN_ET_HABITANT, Unite.PRESENCES_PAR_AN, Unite.HABITANTS);
            case OCCUPATION -> List.of(Formule.QUOTIENT, Unite.PART, Unite.HEURES_PERSONNE, Unite.HEURES_POSTE);
            case TENDANCE -> List.of(Formule.VARIATION, Unite.VARIATION, Unite.PRESENCES, Unite.PRESENCES);
            case REGULARITE -> List.of(Formule.QUOTIENT, Unite.PART, Unite.MOIS, Unite.MOIS);
            case INSCRITS -> List.of(Formule.QUOTIENT, Unite.PERSONNES_PAR_HABITANT, Unite.PERSONNES, Unite.HABITANTS);
        };
    }
}
