package fr.passerelle.console.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.passerelle.console.epci.EpciRows;
import fr.passerelle.console.figure.AreaFigures.SynthesisArea;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.DecisionTable;
import fr.passerelle.console.synthesis.SynthesisPage.AreaSheet.SignatureReserve;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.rules.explanation.SigningObstacle;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.ui.ConcurrentModel;

class SynthesisPageTest {

    private final CurrentResults current = mock(CurrentResults.class);
    private final SynthesisPage page = new SynthesisPage(
            current, new EpciRows(), mock(Maps.class), mock(DecisionTable.class), mock(PageTexts.class));

    @Test
    void knowsTheRegionAndNoDepartementThatHasNoPlan() {
        when(current.get()).thenReturn(nothing());

        assertThat(page.region(new ConcurrentModel())).isEqualTo("synthesis/une");
        assertThatThrownBy(() -> page.departement("75", new ConcurrentModel())).isInstanceOf(NotFound.class);
    }

    private static PublishedResults nothing() {
        return new PublishedResults(
                new PublishedRun(1, "N-000001", "2017-10", Baremes.load("2017-05"), false, "", Instant.EPOCH),
                Proposals.of(List.of(), List.of(), List.of()),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
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
                    .isEqualTo(new SignatureReserve.Line("1", "CC 1", "Salle A, Salle B"));
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
                .satisfies(
                        reserve -> assertThat(reserve.lines().getFirst().told()).isEqualTo("90\u00a0% → 80\u00a0%"));
    }

    private static Plan tied(String siren) {
        return BarePlan.of(siren).setExAequo(List.of(seat("A"), seat("B"))).build();
    }

    private static Siege seat(String id) {
        return new Siege(SiegeKind.SALLE, id, "Salle " + id, "02001", null);
    }

    private static List<SignatureReserve> of(Stream<Plan> plans) {
        return SignatureReserve.of(new SynthesisArea(null, Set.of(), plans.toList(), List.of()));
    }
}
