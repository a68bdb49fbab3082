package fr.passerelle.console.map;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Kilometres as whole pixels of a drawing whose top left corner is the origin.
 *
 * @param west kilometres at its left edge
 * @param north kilometres at its top edge
 * @param scale pixels a kilometre
 */
record PixelGrid(double west, double north, double scale, int width, int height) {

    /** That shows this much, with a margin around it. */
    static PixelGrid of(Envelope shown, int width, int margin) {
        double scale = (width - 2.0 * margin) / Math.max(shown.getWidth(), 1);
        double edge = margin / scale;
        return new PixelGrid(
                shown.getMinX() - edge,
                shown.getMaxY() + edge,
                scale,
                width,
                (int) Math.ceil(shown.getHeight() * scale) + 2 * margin);
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
}
