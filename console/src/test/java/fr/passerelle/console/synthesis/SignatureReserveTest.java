package fr.passerelle.console.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.figure.AreaFigures.SynthesisArea;
import fr.passerelle.console.synthesis.SynthesisPage.AreaSheet.SignatureReserve;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.SigningObstacle;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignatureReserveTest {

    @Test
    void namesSixIntercommunalitesAtMostAndCountsTheOthers() {
        List<SignatureReserve> reserves =
                of(Stream.of("1", "2", "3", "4", "5", "6", "7", "8").map(SignatureReserveTest::tied));

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
