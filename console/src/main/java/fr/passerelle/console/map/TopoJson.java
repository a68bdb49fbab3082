package fr.passerelle.console.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Surfaces in TopoJSON, where neighbours share the arcs between them; {@code translate} is taken to be zero. */
final class TopoJson {

    private static final GeometryFactory LAND = new GeometryFactory();

    private final JsonNode objects;
    private final List<Coordinate[]> arcs;

    private TopoJson(JsonNode topology) {
        this.objects = topology.get("objects");
        this.arcs = topology.get("arcs")
                .valueStream()
                .map(arc -> arc(arc, topology.at("/transform/scale")))
                .toList();
    }

    /** Of a resource beside this class, compressed. */
    static TopoJson read(String resource) {
        try (InputStream in = TopoJson.class.getResourceAsStream(resource)) {
            return new TopoJson(JsonMapper.shared().readTree(new GZIPInputStream(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The surfaces of a collection of MultiPolygons, by identifier. */
    Map<String, Geometry> surfaces(String collection) {
        Map<String, Geometry> surfaces = new TreeMap<>();
        for (JsonNode surface : objects.get(collection).get("geometries")) {
            Polygon[] polygons =
                    surface.get("arcs").valueStream().map(this::polygon).toArray(Polygon[]::new);
            surfaces.put(surface.get("id").asString(), LAND.createMultiPolygon(polygons));
        }
        return surfaces;
    }

    private Polygon polygon(JsonNode rings) {
        LinearRing[] all = rings.valueStream().map(this::ring).toArray(LinearRing[]::new);
        return LAND.createPolygon(all[0], Arrays.copyOfRange(all, 1, all.length));
    }

    private LinearRing ring(JsonNode numbers) {
        CoordinateList points = new CoordinateList();
        for (JsonNode number : numbers) {
            int arc = number.asInt();
            points.add(arcs.get(arc < 0 ? ~arc : arc), false, arc >= 0);
        }
        return LAND.createLinearRing(points.toCoordinateArray());
    }

    private static Coordinate[] arc(JsonNode steps, JsonNode scale) {
        List<Coordinate> points = new ArrayList<>();
        int east = 0;
        int north = 0;
        for (JsonNode step : steps) {
            east += step.get(0).asInt();
            north += step.get(1).asInt();
            points.add(new Coordinate(
                    east * scale.get(0).asDouble(), north * scale.get(1).asDouble()));
        }
        return points.toArray(Coordinate[]::new);
    }
}
