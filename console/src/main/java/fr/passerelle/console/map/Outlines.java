package fr.passerelle.console.map;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * The outlines that maps are drawn with, WGS 84 degrees, east then north. Neighbours share each point of the line between them.
 *
 * @param communes of the region, by INSEE code
 * @param beyond what EPCIs that cross the region's edge hold outside of it, by SIREN
 */
record Outlines(Map<String, Geometry> communes, Map<String, Geometry> beyond) {

    private static final class Shipped {
        private static final Outlines OF_PICARDIE = read(TopoJson.read("contours-picardie.topojson.gz"));
    }

    /** Those that the program ships, read once. */
    static Outlines shipped() {
        return Shipped.OF_PICARDIE;
    }

    private static Outlines read(TopoJson topology) {
        return new Outlines(topology.surfaces("communes"), topology.surfaces("beyond"));
    }
}
