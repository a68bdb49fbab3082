package fr.passerelle.console.programme;

import fr.passerelle.schemas.event.PointCourbe;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The curve of credits, drawn over a plane of 340 by 170: euros to the right, inhabitants weighted by need upwards, both from 0.
 *
 * @param points all of them
 * @param dots those whose credits hold what was notified
 * @param line the d of an SVG path through the points, in their order
 */
public record NeedCurve(List<PointCourbe> points, List<Dot> dots, String line) {

    private static final int LEFT = 46;
    private static final int RIGHT = 330;
    private static final int TOP = 16;
    private static final int BOTTOM = 140;

    /** A point and where it is drawn. */
    public record Dot(PointCourbe point, int x, int y) {}

    static NeedCurve of(List<PointCourbe> points) {
        BigDecimal most = points.stream().map(PointCourbe::getCredits).reduce(BigDecimal.ONE, BigDecimal::max);
        List<PointCourbe> held =
                points.stream().filter(point -> point.getNeed() != null).toList();
        BigDecimal need = held.stream().map(NeedCurve::height).reduce(BigDecimal.ONE, BigDecimal::max);
        List<Dot> dots = held.stream()
                .map(point -> new Dot(
                        point,
                        LEFT + part(point.getCredits(), most, RIGHT - LEFT),
                        BOTTOM - part(height(point), need, BOTTOM - TOP)))
                .toList();
        return new NeedCurve(
                points,
                dots,
                dots.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining("L", "M", "")));
    }

    private static BigDecimal height(PointCourbe point) {
        return BigDecimal.valueOf(Objects.requireNonNull(point.getNeed()));
    }

    private static int part(BigDecimal of, BigDecimal whole, int length) {
        return of.multiply(BigDecimal.valueOf(length))
                .divide(whole, MathContext.DECIMAL64)
                .intValue();
    }

    /** Whether there is a curve at all. */
    public boolean isDrawn() {
        return dots.size() > 1;
    }

    /** The point of most credits. */
    public PointCourbe most() {
        return dots.getLast().point();
    }
}
