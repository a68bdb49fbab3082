package fr.passerelle.rules.frequentation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.frequentation.Indicator.Scale;
import fr.passerelle.schemas.bareme.JeuDeRegles.Point;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

    private static final List<Point> SCALE = List.of(
            new Point(new BigDecimal("-0.38"), BigDecimal.ZERO),
            new Point(new BigDecimal("-0.17"), BigDecimal.valueOf(30)),
            new Point(new BigDecimal("0.21"), BigDecimal.valueOf(100)));

    @ParameterizedTest
    @CsvSource({
        "-9, 0.000000",
        "-0.38, 0.000000",
        "-0.2, 25.714286",
        "-0.17, 30.000000",
        "0, 61.315789",
        "0.21, 100.000000",
        "9, 100.000000"
    })
    void isLinearBetweenItsPointsAndFlatOutside(BigDecimal value, BigDecimal points) {
        assertThat(Scale.points(SCALE, value)).isEqualTo(points);
    }
}
