package fr.passerelle.cli.dataset;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The columns of a place: six places of a degree are a tenth of a metre. */
final class Coordinates {

    private static final int PLACES = 6;

    private Coordinates() {}

    static @Nullable BigDecimal latitude(@Nullable Point point) {
        return point == null ? null : degrees(point.latitude());
    }

    static @Nullable BigDecimal longitude(@Nullable Point point) {
        return point == null ? null : degrees(point.longitude());
    }

    static @Nullable String precision(@Nullable Point point) {
        if (point == null) {
            return null;
        }
        return point.precise() ? "LIEU" : "COMMUNE";
    }

    private static BigDecimal degrees(double value) {
        return BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_UP);
    }
}
