package fr.passerelle.console.budget;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.budget.BudgetPage.AidComparison;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.schemas.bareme.Baremes;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AidComparisonTest {

    private static final Replay REPLAY = new Replay(
            1,
            "R-000001",
            "passerelle.replay.r-000001",
            Replay.State.COMPLETED,
            "2018-01",
            "",
            Baremes.load("2018-01").text(),
            "2017-10",
            1,
            Replay.Scope.REGION,
            new Replay.Manifest(0, Map.of(), ""),
            "",
            "essai",
            "c-1",
            "hash",
            null,
            OffsetDateTime.MIN,
            OffsetDateTime.MIN);

    @Test
    void comparesOnlyWhatBothHave() {
        var published = Map.of(
                "1", Plans.of("1", List.of(), "8000.00", "0.00", "0.00", "0.00", "0.00"),
                "2", Plans.of("2", List.of(), "5000.00", "0.00", "0.00", "0.00", "0.00"));
        var replayed = List.of(
                Plans.of("1", List.of(), "6000.00", "0.00", "1000.00", "0.00", "0.00"),
                Plans.of("9", List.of(), "700.00", "0.00", "0.00", "0.00", "0.00"));

        AidComparison comparison = AidComparison.of(published, REPLAY, replayed);

        assertThat(comparison.compared()).isEqualTo(1);
        assertThat(comparison.total().difference()).isEqualByComparingTo("-1000.00");
        assertThat(comparison.lines().getFirst().difference()).isEqualByComparingTo("-2000.00");
        assertThat(comparison.epcis()).extracting(AidComparison.Pair::siren).containsExactly("1");
        assertThat(comparison.illustration()).isTrue();
    }

    @Test
    void listsNoEpciWhoseAidIsTheSame() {
        var plan = Plans.of("1", List.of(), "8000.00", null, null, null, null);

        assertThat(AidComparison.of(Map.of("1", plan), REPLAY, List.of(plan)).epcis())
                .isEmpty();
    }
}
