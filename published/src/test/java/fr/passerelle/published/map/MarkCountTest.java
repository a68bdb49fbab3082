package fr.passerelle.published.map;

import static fr.passerelle.published.map.PlanExamples.plan;
import static fr.passerelle.published.map.PlanExamples.seat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkCountTest {

    @Test
    void countsEachPlanOnceByWhatIsMostDecidedOfIt() {
        assertThat(MarkCount.of(List.of(
                        plan("1").setSiege(seat("A")).setAInstruire(1).build(),
                        plan("2")
                                .setExAequo(List.of(seat("B"), seat("C")))
                                .setExistingTiersLieu("La Fabrique")
                                .build(),
                        plan("3").setAInstruire(1).setEtapes(2).build(),
                        plan("4").setEtapes(2).build(),
                        plan("5").setEtapes(1).build())))
                .containsExactly(
                        new MarkCount(Mark.TIERS_LIEU, 1),
                        new MarkCount(Mark.EX_AEQUO, 1),
                        new MarkCount(Mark.EXISTANT, 0),
                        new MarkCount(Mark.A_INSTRUIRE, 1),
                        new MarkCount(Mark.ETAPE_NOMADE, 2),
                        new MarkCount(Mark.AUCUNE, 0));
    }
}
