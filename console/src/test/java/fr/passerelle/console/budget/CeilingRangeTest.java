package fr.passerelle.console.budget;

import static fr.passerelle.console.map.PlanExamples.seat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.budget.AidBudget.CeilingRange;
import fr.passerelle.rules.explanation.BarePlan;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CeilingRangeTest {

    @Test
    void addsUpCeilingsWhereATiersLieuIsProposedThenWhereNoneIs() {
        assertThat(CeilingRange.of(List.of(
                        BarePlan.of("1").setSiege(seat("A")).build(),
                        BarePlan.of("2").build(),
                        BarePlan.of("3").setSiege(seat("B")).build())))
                .containsExactly(
                        new CeilingRange(true, 2, new BigDecimal("230000.00")),
                        new CeilingRange(false, 1, new BigDecimal("115000.00")));
    }

    @Test
    void isZeroOfNobody() {
        assertThat(CeilingRange.of(List.of()))
                .containsExactly(
                        new CeilingRange(true, 0, BigDecimal.ZERO), new CeilingRange(false, 0, BigDecimal.ZERO));
    }
}
