package fr.passerelle.demo.outline;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the outlines of communes as GeoJSON has them: WGS 84 degrees, one feature a commune, its INSEE code as {@code code}. */
final class GeoJsonOutlines {

    private static final GeometryFactory LAND = new GeometryFactory();

    private GeoJsonOutlines() {}

    /** By INSEE code, in steps of the grid, not rounded. */
    static Map<String, MultiPolygon> read(List<Path> files) {
        Map<String, MultiPolygon> outlines = new HashMap<>();
        for (Path file : files) {
            for (JsonNode feature : JsonMapper.shared().readTree(file.toFile()).get("features")) {
                outlines.put(feature.at("/properties/code").asString(), surface(feature.get("geometry")));
            }
        }
        return outlines;
    }

    private static MultiPolygon surface(JsonNode geometry) {
        JsonNode coordinates = geometry.get("coordinates");
        return LAND.createMultiPolygon(
                geometry.get("type").asString().equals("Polygon")
                        ? new Polygon[] {polygon(coordinates)}
                        : coordinates
                                .valueStream()
                                .map(GeoJsonOutlines::polygon)
                                .toArray(Polygon[]::new));
    }

    private static Polygon polygon(JsonNode rings) {
        return LAND.createPolygon(
                ring(rings.get(0)),
                rings.valueStream().skip(1).map(GeoJsonOutlines::ring).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode points) {
        return LAND.createLinearRing(points.valueStream()
                .map(point ->
                        OutlineGrid.of(point.get(0).asDouble(), point.get(1).asDouble()))
                .toArray(Coordinate[]::new));
    }
}
