package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.Operande;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/**
 * What a measure looked at, whether a value comes of it or not.
 *
 * @param months those it rests on, in order
 * @param operands facts, then numbers of the barème, in the order of its formula
 */
record Basis(List<YearMonth> months, List<Operande> operands) {

    private static final Basis NOTHING = new Basis(List.of(), List.of());

    static Basis of(List<MonthFigures> months, Operande... operands) {
        return new Basis(months.stream().map(MonthFigures::month).toList(), List.of(operands));
    }

    /** Nothing was looked at. */
    static Basis nothing() {
        return NOTHING;
    }

    /** The quotient of two numbers, of six places, the second not 0. */
    IndicatorOutcome.Value ratio(BigDecimal numerator, BigDecimal denominator) {
        return new IndicatorOutcome.Value(
                numerator, denominator, Decimals.divide(numerator, denominator), this, Set.of());
    }

    /** The relative change from the denominator to the numerator. */
    IndicatorOutcome.Value change(BigDecimal numerator, BigDecimal denominator) {
        BigDecimal change = Decimals.divide(numerator, denominator).subtract(BigDecimal.ONE);
        return new IndicatorOutcome.Value(numerator, denominator, change, this, Set.of());
    }

    IndicatorOutcome unavailable(Unavailability reason) {
        return new IndicatorOutcome.Unavailable(reason, this);
    }
}
