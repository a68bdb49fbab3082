package fr.passerelle.console.bareme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.PointEchelle;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScalePictureTest {

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
