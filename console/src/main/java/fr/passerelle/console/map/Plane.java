package fr.passerelle.console.map;

import fr.passerelle.schemas.event.Commune;
import java.util.Collection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Degrees as kilometres on a plane: true enough over a region for a map.
 *
 * @param longitude of its origin, WGS 84 degrees
 * @param latitude of its origin
 */
record Plane(double longitude, double latitude) {

    private static final double KILOMETRES_A_DEGREE = 111.195;

    /** With its origin at the mean of these centroids. */
    static Plane around(Collection<Commune> communes) {
        return new Plane(
                communes.stream().mapToDouble(Commune::getLongitude).average().orElse(0),
                communes.stream().mapToDouble(Commune::getLatitude).average().orElse(0));
    }

    Coordinate of(Commune commune) {
        return of(commune.getLatitude(), commune.getLongitude());
    }

    Coordinate of(double north, double east) {
        return new Coordinate(
                (east - longitude) * Math.cos(Math.toRadians(latitude)) * KILOMETRES_A_DEGREE,
                (north - latitude) * KILOMETRES_A_DEGREE);
    }

    /** A surface in degrees, east then north. */
    Geometry of(Geometry degrees) {
        Geometry land = degrees.copy();
        land.apply((CoordinateFilter) point -> point.setCoordinate(of(point.y, point.x)));
        land.geometryChanged();
        return land;
    }
}
