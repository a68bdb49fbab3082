package fr.passerelle.console.bareme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.bareme.BaremeRobustness.MarginCurve;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.schemas.event.Marge;
import fr.passerelle.schemas.event.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaremeRobustnessTest {

    private final BaremeRobustness robustness = BaremeRobustness.of(List.of(
            holding("1", new Marge("SEUIL", 50, 48, 52, 48, 52)),
            holding("2", new Marge("SEUIL", 50, 48, 52, 50, 52)),
            holding("3", new Marge("SEUIL", 50, 48, 52, 49, 51))));

    @Test
    void countsTheProposalsThatEachValueChanges() {
        MarginCurve curve = robustness.curves().getFirst();

        assertThat(curve.bars()).extracting(MarginCurve.Bar::flips).containsExactly(2, 1, 0, 0, 1);
        assertThat(curve.hold()).isEqualTo(1);
        assertThat(curve.flipsBelow()).isEqualTo(2);
        assertThat(curve.flipsAbove()).isEqualTo(1);
    }

    @Test
    void namesThoseThatDoNotHold() {
        assertThat(robustness.hold()).isEqualTo(1);
        assertThat(robustness.fragile())
                .extracting(margin -> margin.plan().getEpci())
                .containsExactly("2", "3");
    }

    /** An EPCI without a place to compare has no margin, and changes nothing. */
    @Test
    void tellsAnEmptyPictureFromOneThatShowsSomething() {
        BaremeRobustness still =
                BaremeRobustness.of(List.of(holding("1", new Marge("SEUIL", 50, 48, 52, 48, 52)), holding("2")));

        assertThat(robustness.curves()).allMatch(MarginCurve::moves);
        assertThat(still.curves()).hasSize(1).noneMatch(MarginCurve::moves);
    }

    @Test
    void drawsNothingHigherThanItsPlane() {
        assertThat(robustness.curves().getFirst().bars().getFirst().y()).isEqualTo("22.0");
    }

    private static Plan holding(String siren, Marge... marges) {
        return BarePlan.of(siren).setMarges(List.of(marges)).build();
    }
}
