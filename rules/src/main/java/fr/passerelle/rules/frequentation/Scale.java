package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles.Point;
import java.math.BigDecimal;
import java.util.List;

/** Points of a value: linear between the points of a scale, flat outside, six places. */
final class Scale {

    private Scale() {}

    /** @param scale values strictly increasing, at least one */
    static BigDecimal points(List<Point> scale, BigDecimal value) {
        Point below = scale.get(0);
        for (Point above : scale) {
            if (value.compareTo(above.value()) < 0) {
                return between(below, above, value);
            }
            below = above;
        }
        return Decimals.six(below.points());
    }

    private static BigDecimal between(Point below, Point above, BigDecimal value) {
        BigDecimal run = above.value().subtract(below.value());
        if (run.signum() == 0) {
            return Decimals.six(below.points());
        }
        BigDecimal rise = above.points().subtract(below.points());
        BigDecimal risen = value.subtract(below.value()).multiply(rise);
        return Decimals.divide(below.points().multiply(run).add(risen), run);
    }
}
