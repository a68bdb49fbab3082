package fr.passerelle.console.bareme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.bareme.BaremeRobustness.MarginCurve;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.schemas.event.Marge;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PointEchelle;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is drawn of a barème: the curve of its margins, and a scale with a value on it. */
class BaremePicturesTest {

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

    private static final List<PointEchelle> SCALE = List.of(point("0", "20"), point("0.5", "100"));

    @Test
    void isFlatOutsideOfTheScale() {
        List<String> corners = List.of(picture(null, null).line().split(" ", -1));

        assertThat(corners).hasSize(4);
        assertThat(y(corners.get(0))).isEqualTo(y(corners.get(1)));
        assertThat(y(corners.get(2))).isEqualTo(y(corners.get(3))).isEqualTo("14.0");
    }

    @Test
    void putsAValueAtItsPoints() {
        String x = picture(null, null).ticks().getLast().x();

        assertThat(picture("0.5", "100").mark()).isEqualTo(new ScalePicture.Mark(x, "14.0", ""));
    }

    @Test
    void keepsAValueFarOutsideAtTheEdgeAndSaysSo() {
        assertThat(picture("7", "100").mark()).isEqualTo(new ScalePicture.Mark("326.0", "14.0", "→"));
    }

    @Test
    void hasNoMarkWithoutAValue() {
        assertThat(picture(null, null).mark()).isNull();
    }

    private static ScalePicture picture(@Nullable String value, @Nullable String points) {
        return ScalePicture.of(
                SCALE,
                Unite.PART,
                50,
                value == null ? null : new BigDecimal(value),
                points == null ? null : new BigDecimal(points));
    }

    private static String y(String corner) {
        return corner.substring(corner.indexOf(',') + 1);
    }

    private static PointEchelle point(String value, String points) {
        return new PointEchelle(new BigDecimal(value).setScale(6), new BigDecimal(points).setScale(6));
    }
}
