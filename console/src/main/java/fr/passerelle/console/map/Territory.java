package fr.passerelle.console.map;

import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The land of communes, by INSEE code, of EPCIs and of what these hold beyond the region, by SIREN, in kilometres around their middle. */
record Territory(
        Plane projection, Map<String, Geometry> communes, Map<String, Geometry> epcis, Map<String, Geometry> beyond) {

    /** Radius of the disc that stands for a commune whose outline is not known. */
    private static final double DISC = 1.5;

    /** Of what is beyond the region so much is shown. */
    private static final double NEAR = 8;

    static final Geometry NOWHERE = new GeometryFactory().createMultiPolygon();

    /** Of EPCIs with one commune at least between them all. */
    static Territory of(Collection<EpciDescribed> epcis) {
        List<Commune> all =
                epcis.stream().flatMap(epci -> epci.getCommunes().stream()).toList();
        Plane plane = Plane.around(all);
        Map<String, Geometry> communes = all.stream()
                .collect(Collectors.toMap(
                        Commune::getInsee, commune -> land(commune, plane), (one, other) -> one, TreeMap::new));
        Map<String, Geometry> merged = merged(epcis, communes);
        return new Territory(plane, communes, merged, beyond(merged, plane));
    }

    private static Geometry land(Commune commune, Plane plane) {
        return Optional.ofNullable(Outlines.SHIPPED.communes().get(commune.getInsee()))
                .map(plane::of)
                .orElseGet(() ->
                        NOWHERE.getFactory().createPoint(plane.of(commune)).buffer(DISC));
    }

    private static Map<String, Geometry> merged(Collection<EpciDescribed> epcis, Map<String, Geometry> communes) {
        return epcis.stream()
                .filter(epci -> !epci.getCommunes().isEmpty())
                .collect(Collectors.toMap(
                        EpciDescribed::getEpci,
                        epci -> UnaryUnionOp.union(epci.getCommunes().stream()
                                .map(commune -> communes.get(commune.getInsee()))
                                .toList()),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static Map<String, Geometry> beyond(Map<String, Geometry> epcis, Plane plane) {
        return Outlines.SHIPPED.beyond().entrySet().stream()
                .filter(land -> epcis.containsKey(land.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, land -> plane.of(land.getValue()), (one, other) -> one, TreeMap::new));
    }

    /** What some EPCIs take up, and what they have beyond as far as it is shown. */
    Envelope envelope(Collection<String> sirens) {
        Envelope envelope = around(epcis, sirens);
        Envelope near = envelope.copy();
        near.expandBy(NEAR);
        envelope.expandToInclude(around(beyond, sirens).intersection(near));
        return envelope;
    }

    private static Envelope around(Map<String, Geometry> lands, Collection<String> sirens) {
        Envelope envelope = new Envelope();
        sirens.forEach(siren ->
                envelope.expandToInclude(lands.getOrDefault(siren, NOWHERE).getEnvelopeInternal()));
        return envelope;
    }

    /** Degrees (WGS 84) as kilometres around an origin on a plane: true enough over a region for a map. */
    record Plane(double longitude, double latitude) {

        private static final double KILOMETRES_A_DEGREE = 111.195;

        /** With its origin at the mean of these centroids. */
        static Plane around(Collection<Commune> communes) {
            return new Plane(mean(communes, Commune::getLongitude), mean(communes, Commune::getLatitude));
        }

        private static double mean(Collection<Commune> communes, ToDoubleFunction<Commune> of) {
            return communes.stream().mapToDouble(of).average().orElse(0);
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

    /**
     * The outlines that maps are drawn with, WGS 84 degrees, east then north: communes of the region, by INSEE code, and what EPCIs hold beyond, by
     * SIREN. Neighbours share each point of the line between them.
     */
    record Outlines(Map<String, Geometry> communes, Map<String, Geometry> beyond) {

        private static final GeometryFactory LAND = new GeometryFactory();

        /** Those that the program ships, in TopoJSON: neighbours share the arcs between them. */
        static final Outlines SHIPPED = read("contours-picardie.topojson.gz");

        private static Outlines read(String resource) {
            try (InputStream in = Outlines.class.getResourceAsStream(resource)) {
                JsonNode topology = JsonMapper.shared().readTree(new GZIPInputStream(in));
                JsonNode transform = topology.get("transform");
                List<Coordinate[]> arcs = topology.get("arcs")
                        .valueStream()
                        .map(arc -> arc(arc, transform.get("scale"), transform.get("translate")))
                        .toList();
                JsonNode objects = topology.get("objects");
                return new Outlines(surfaces(objects.get("communes"), arcs), surfaces(objects.get("beyond"), arcs));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The surfaces of a collection of Polygons and MultiPolygons, by identifier. */
        private static Map<String, Geometry> surfaces(JsonNode collection, List<Coordinate[]> arcs) {
            Map<String, Geometry> surfaces = new TreeMap<>();
            for (JsonNode surface : collection.get("geometries")) {
                JsonNode own = surface.get("arcs");
                Polygon[] polygons = surface.get("type").asString().equals("Polygon")
                        ? new Polygon[] {polygon(own, arcs)}
                        : own.valueStream().map(rings -> polygon(rings, arcs)).toArray(Polygon[]::new);
                surfaces.put(surface.get("id").asString(), LAND.createMultiPolygon(polygons));
            }
            return surfaces;
        }

        private static Polygon polygon(JsonNode rings, List<Coordinate[]> arcs) {
            LinearRing[] all = rings.valueStream().map(ring -> ring(ring, arcs)).toArray(LinearRing[]::new);
            return LAND.createPolygon(all[0], Arrays.copyOfRange(all, 1, all.length));
        }

        private static LinearRing ring(JsonNode numbers, List<Coordinate[]> arcs) {
            CoordinateList points = new CoordinateList();
            for (JsonNode number : numbers) {
                int arc = number.asInt();
                points.add(arcs.get(arc < 0 ? ~arc : arc), false, arc >= 0);
            }
            return LAND.createLinearRing(points.toCoordinateArray());
        }

        private static Coordinate[] arc(JsonNode steps, JsonNode scale, JsonNode origin) {
            List<Coordinate> points = new ArrayList<>();
            int east = 0;
            int north = 0;
            for (JsonNode step : steps) {
                east += step.get(0).asInt();
                north += step.get(1).asInt();
                points.add(new Coordinate(
                        origin.get(0).asDouble() + east * scale.get(0).asDouble(),
                        origin.get(1).asDouble() + north * scale.get(1).asDouble()));
            }
            return points.toArray(Coordinate[]::new);
        }
    }
}
