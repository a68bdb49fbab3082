package fr.passerelle.demo.outline;

import org.locationtech.jts.geom.Coordinate;

/** The grid whose whole steps outlines are written in: about 22 metres, to the east as to the north. */
final class OutlineGrid {

    static final double EAST = 0.0003;
    static final double NORTH = 0.0002;

    private OutlineGrid() {}

    /** A point in steps, not rounded. */
    static Coordinate of(double longitude, double latitude) {
        return new Coordinate(longitude / EAST, latitude / NORTH);
    }
}
