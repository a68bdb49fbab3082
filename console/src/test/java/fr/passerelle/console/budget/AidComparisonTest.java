package fr.passerelle.console.budget;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.published.current.CompletedReplay;
import fr.passerelle.schemas.bareme.Baremes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AidComparisonTest {

    private static final CompletedReplay REPLAY = new CompletedReplay(
            "R-000001",
            "passerelle.replay.r-000001",
            "2018-01",
            Baremes.load("2018-01").text(),
            "2017-10",
            "N-000001",
            false,
            "essai",
            Instant.EPOCH);

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
