package fr.passerelle.console.map;

import static fr.passerelle.console.map.PlanExamples.seat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.map.Mark.MarkCount;
import fr.passerelle.rules.explanation.BarePlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkCountTest {

    @Test
    void countsEachPlanOnceByWhatIsMostDecidedOfIt() {
        assertThat(MarkCount.of(List.of(
                        BarePlan.of("1").setSiege(seat("A")).setAInstruire(1).build(),
                        BarePlan.of("2")
                                .setExAequo(List.of(seat("B"), seat("C")))
                                .setExistingTiersLieu("La Fabrique")
                                .build(),
                        BarePlan.of("3").setAInstruire(1).setEtapes(2).build(),
                        BarePlan.of("4").setEtapes(2).build(),
                        BarePlan.of("5").setEtapes(1).build())))
                .containsExactly(
                        new MarkCount(Mark.TIERS_LIEU, 1),
                        new MarkCount(Mark.EX_AEQUO, 1),
                        new MarkCount(Mark.EXISTANT, 0),
                        new MarkCount(Mark.A_INSTRUIRE, 1),
                        new MarkCount(Mark.ETAPE_NOMADE, 2),
                        new MarkCount(Mark.AUCUNE, 0));
    }
}
