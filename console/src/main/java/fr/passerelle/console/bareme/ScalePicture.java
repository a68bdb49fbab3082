package fr.passerelle.console.bareme;

import fr.passerelle.schemas.event.PointEchelle;
import fr.passerelle.schemas.event.Unite;
import fr.passerelle.sheets.french.FrenchNumbers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scale of an indicator as a line over a plane of {@link #WIDTH} by {@link #HEIGHT}: values from left to right, points 0 to 100 upwards,
 * flat outside of the scale; where the value of a room stands is marked, if there is one.
 */
public record ScalePicture(
        String line,
        List<Tick> ticks,
        String thresholdY,
        int threshold,
        @Nullable Mark mark) {

    /** Width of the plane, its margins included. */
    public static final int WIDTH = 340;
    /** Height of the plane, its margins included. */
    public static final int HEIGHT = 180;

    private static final double LEFT = 34;
    private static final double RIGHT = 326;
    private static final double TOP = 14;
    private static final double BOTTOM = 146;
    private static final double FULL = 100;
    private static final double ASIDE = 0.08;
    private static final int PLACES = 4;

    /** A point of the scale, with its value as people read it. */
    public record Tick(String x, String y, String value, String points) {}

    /** The value of a room, with an arrow to where it stands outside of what is drawn; empty where it is inside. */
    public record Mark(String x, String y, String beyond) {}

    /** Values from the least to the greatest that are drawn. */
    private record Span(double from, double to) {

        static Span of(List<PointEchelle> scale) {
            double least = scale.getFirst().getValue().doubleValue();
            double most = scale.getLast().getValue().doubleValue();
            double aside = (most - least) * ASIDE;
            return new Span(least - aside, most + aside);
        }

        Mark mark(BigDecimal value, BigDecimal points) {
            double inside = Math.min(to, Math.max(from, value.doubleValue()));
            return new Mark(at(x(inside)), at(y(points.doubleValue())), arrow(value.doubleValue()));
        }

        private String arrow(double value) {
            if (value > to) {
                return "→";
            }
            return value < from ? "←" : "";
        }

        double x(double value) {
            return LEFT + (value - from) / (to - from) * (RIGHT - LEFT);
        }
    }

    /** That of a scale of two points at least, by value, of a threshold, 0 to 100, and of a room's value with its points, if any. */
    public static ScalePicture of(
            List<PointEchelle> scale,
            Unite unit,
            int threshold,
            @Nullable BigDecimal value,
            @Nullable BigDecimal points) {
        Span span = Span.of(scale);
        return new ScalePicture(
                line(scale, span),
                scale.stream().map(point -> tick(point, unit, span)).toList(),
                at(y(threshold)),
                threshold,
                value == null || points == null ? null : span.mark(value, points));
    }

    private static String line(List<PointEchelle> scale, Span span) {
        Stream<String> first =
                Stream.of(corner(LEFT, y(scale.getFirst().getPoints().doubleValue())));
        Stream<String> last =
                Stream.of(corner(RIGHT, y(scale.getLast().getPoints().doubleValue())));
        return Stream.of(first, scale.stream().map(point -> corner(point, span)), last)
                .flatMap(corners -> corners)
                .collect(Collectors.joining(" "));
    }

    private static String corner(PointEchelle point, Span span) {
        return corner(
                span.x(point.getValue().doubleValue()), y(point.getPoints().doubleValue()));
    }

    private static String corner(double x, double y) {
        return at(x) + ',' + at(y);
    }

    private static Tick tick(PointEchelle point, Unite unit, Span span) {
        return new Tick(
                at(span.x(point.getValue().doubleValue())),
                at(y(point.getPoints().doubleValue())),
                value(point.getValue(), unit),
                FrenchNumbers.decimal(point.getPoints(), PLACES));
    }

    private static String value(BigDecimal value, Unite unit) {
        return switch (unit) {
            case PART, VARIATION -> FrenchNumbers.of(value, unit);
            default -> FrenchNumbers.decimal(value, PLACES);
        };
    }

    private static double y(double points) {
        return BOTTOM - points / FULL * (BOTTOM - TOP);
    }

    /** A coordinate as SVG writes it. */
    static String at(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}
