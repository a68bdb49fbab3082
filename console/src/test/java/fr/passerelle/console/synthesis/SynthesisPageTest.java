package fr.passerelle.console.synthesis;

import static fr.passerelle.console.map.PlanExamples.published;
import static fr.passerelle.console.map.PlanExamples.seat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.passerelle.console.epci.EpciRows;
import fr.passerelle.console.figure.AreaFigures.SynthesisArea;
import fr.passerelle.console.home.PendingTasks;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.DecisionTable;
import fr.passerelle.console.synthesis.SynthesisPage.AreaSheet.SignatureReserve;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.SigningObstacle;
import fr.passerelle.schemas.event.Plan;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SynthesisPageTest {

    private final CurrentResults current = mock(CurrentResults.class);
    private final SynthesisPage page = new SynthesisPage(
            current, new EpciRows(), mock(Maps.class), mock(DecisionTable.class), mock(PageTexts.class));

    @Test
    void knowsTheRegionAndNoDepartementThatHasNoPlan() {
        when(current.get()).thenReturn(published());

        assertThat(page.region().getViewName()).isEqualTo("synthesis/une");
        assertThatThrownBy(() -> page.departement("75")).isInstanceOf(NotFound.class);
    }

    @Test
    void namesSixIntercommunalitesAtMostAndCountsTheOthers() {
        List<SignatureReserve> reserves =
                of(Stream.of("1", "2", "3", "4", "5", "6", "7", "8").map(SynthesisPageTest::tied));

        assertThat(reserves).singleElement().satisfies(reserve -> {
            assertThat(reserve.obstacle()).isEqualTo(SigningObstacle.EX_AEQUO);
            assertThat(reserve.lines())
                    .hasSize(6)
                    .first()
                    .isEqualTo(new PendingTasks.Line("1", "CC 1", "Salle A, Salle B"));
            assertThat(reserve.others()).isEqualTo(2);
            assertThat(reserve.epcis()).isEqualTo(8);
        });
    }

    @Test
    void tellsAFallByItsShares() {
        Plan falling = BarePlan.of("1")
                .setFlags(List.of("PROXIMITE_EN_BAISSE"))
                .setPopulation(100)
                .setProximiteToday(90)
                .setProximiteProposed(80)
                .build();

        assertThat(of(Stream.of(falling)))
                .singleElement()
                .satisfies(reserve ->
                        assertThat(reserve.lines().getFirst().detail()).isEqualTo("90\u00a0% → 80\u00a0%"));
    }

    private static Plan tied(String siren) {
        return BarePlan.of(siren).setExAequo(List.of(seat("A"), seat("B"))).build();
    }

    private static List<SignatureReserve> of(Stream<Plan> plans) {
        return SignatureReserve.of(new SynthesisArea(null, Set.of(), plans.toList(), List.of()));
    }
}
