package fr.passerelle.console.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Kilometres of a plane as pixels of a drawing whose top left corner is {@code west} and {@code north}: {@code scale} pixels a kilometre. */
record PixelGrid(double west, double north, double scale, int width, int height) {

    /** That shows this much, with a margin around it. */
    static PixelGrid of(Envelope shown, int width, int margin) {
        double scale = (width - 2.0 * margin) / Math.max(shown.getWidth(), 1);
        double edge = margin / scale;
        int height = (int) Math.ceil(shown.getHeight() * scale) + 2 * margin;
        return new PixelGrid(shown.getMinX() - edge, shown.getMaxY() + edge, scale, width, height);
    }

    int x(Coordinate point) {
        return (int) Math.round((point.x - west) * scale);
    }

    int y(Coordinate point) {
        return (int) Math.round((north - point.y) * scale);
    }

    /** The outline of a surface, as the d of an SVG path. */
    String path(Geometry surface) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < surface.getNumGeometries(); i++) {
            if (surface.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                add(path, polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    add(path, polygon.getInteriorRingN(hole));
                }
            }
        }
        return path.toString();
    }

    /** From its first point, absolute, on by steps; points of one pixel are one point, the last of which closes it. */
    private void add(StringBuilder path, LineString ring) {
        int x = x(ring.getCoordinateN(0));
        int y = y(ring.getCoordinateN(0));
        path.append('M').append(x).append(' ').append(y).append('l');
        for (int i = 1; i < ring.getNumPoints() - 1; i++) {
            int right = x(ring.getCoordinateN(i)) - x;
            int down = y(ring.getCoordinateN(i)) - y;
            if (right != 0 || down != 0) {
                path.append(right).append(' ').append(down).append(' ');
                x += right;
                y += down;
            }
        }
        path.append("0 0z");
    }

    /** The name of a place on a drawing, anchored as SVG has it: start, middle or end; a telephone shows the main ones alone, in large letters. */
    public record PlaceName(String text, int x, int y, String anchor, boolean main) {}

    /**
     * Gives names a place where they cover neither one another nor what is to stay free. Those asked for first have the choice, above,
     * below, right or left of their point; those that have no room have no place.
     */
    public static final class NameLayout {

        /** Of the size of the letters, on the safe side for the fonts that screens have. */
        private static final double LETTER = 0.6;

        private static final double ASCENT = 0.93;
        private static final double DESCENT = 0.25;
        private static final int APART = 10;

        private final Envelope drawing;
        private final int font;
        private final int largeFont;
        private final List<Envelope> free = new ArrayList<>();

        record Asked(String text, int x, int y) {}

        /** On this drawing, with letters of one size on a screen and of another on a telephone, in pixels of the drawing. */
        NameLayout(PixelGrid drawing, int font, int largeFont) {
            this.drawing = new Envelope(0, drawing.width(), 0, drawing.height());
            this.font = font;
            this.largeFont = largeFont;
        }

        /** Lets no name come nearer to a point than this. */
        void keepFree(int x, int y, int radius) {
            free.add(new Envelope(x - radius, x + radius, y - radius, y + radius));
        }

        /** First those that have room in large letters, then those that have room in between on a screen. */
        List<PlaceName> placed(List<Asked> names) {
            List<PlaceName> placed = new ArrayList<>();
            names.forEach(name -> place(name, largeFont, true, placed).ifPresent(placed::add));
            names.stream()
                    .filter(name ->
                            placed.stream().noneMatch(other -> other.text().equals(name.text())))
                    .toList()
                    .forEach(name -> place(name, font, false, placed).ifPresent(placed::add));
            return List.copyOf(placed);
        }

        private Optional<PlaceName> place(Asked name, int size, boolean main, List<PlaceName> others) {
            return around(name, size, main)
                    .filter(one -> drawing.contains(box(one, size)))
                    .filter(one -> free.stream().noneMatch(box(one, size)::intersects))
                    .filter(one ->
                            others.stream().noneMatch(other -> box(one, size).intersects(box(other, size))))
                    .findFirst();
        }

        private static Stream<PlaceName> around(Asked name, int size, boolean main) {
            int below = (int) Math.round(APART + ASCENT * size);
            int beside = (int) Math.round((ASCENT - DESCENT) / 2 * size);
            return Stream.of(
                    new PlaceName(name.text(), name.x(), name.y() - APART, "middle", main),
                    new PlaceName(name.text(), name.x(), name.y() + below, "middle", main),
                    new PlaceName(name.text(), name.x() + APART, name.y() + beside, "start", main),
                    new PlaceName(name.text(), name.x() - APART, name.y() + beside, "end", main));
        }

        private static Envelope box(PlaceName name, int size) {
            double width = name.text().length() * LETTER * size;
            double left = switch (name.anchor()) {
                case "start" -> name.x();
                case "end" -> name.x() - width;
                default -> name.x() - width / 2;
            };
            return new Envelope(left, left + width, name.y() - ASCENT * size, name.y() + DESCENT * size);
        }
    }

    /** Keeps numbered discs apart: each goes where it is, or to the nearest free place around. */
    public static final class Spread {

        private static final int APART = 22;
        private static final int DIRECTIONS = 8;
        private static final int RINGS = 6;

        private final List<Spot> taken = new ArrayList<>();

        record Spot(int x, int y) {

            private boolean isClear(Spot other) {
                return Math.hypot(x - other.x, y - other.y) >= APART;
            }
        }

        /** Takes the place nearest to this one; that one itself where all around is taken. */
        Spot take(int x, int y) {
            Spot asked = new Spot(x, y);
            Spot spot = around(asked)
                    .filter(one -> taken.stream().allMatch(one::isClear))
                    .findFirst()
                    .orElse(asked);
            taken.add(spot);
            return spot;
        }

        private static Stream<Spot> around(Spot centre) {
            Stream<Spot> rings = IntStream.range(DIRECTIONS, DIRECTIONS * (RINGS + 1))
                    .mapToObj(i -> at(centre, i / DIRECTIONS * APART / 2, i % DIRECTIONS));
            return Stream.concat(Stream.of(centre), rings);
        }

        private static Spot at(Spot centre, int distance, int direction) {
            double angle = 2 * Math.PI * direction / DIRECTIONS;
            return new Spot(
                    centre.x() + (int) Math.round(distance * Math.cos(angle)),
                    centre.y() + (int) Math.round(distance * Math.sin(angle)));
        }
    }
}
