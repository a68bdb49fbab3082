package fr.passerelle.demo.outline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.operation.linemerge.LineMerger;

/** A file in TopoJSON: each line that two surfaces share is written once, and a surface names the lines around it. */
final class TopologyFile {

    /** Whole steps of the grid that outlines are written in are about 22 metres, to the east as to the north: these, in degrees. */
    static final double EAST = 0.0003;

    static final double NORTH = 0.0002;

    private final List<Coordinate[]> arcs;

    /** By the first step along them; an arc walked backwards is the complement of its number. */
    private final Map<Step, Integer> numbers = new HashMap<>();

    private final List<String> objects = new ArrayList<>();

    private record Step(Coordinate from, Coordinate to) {}

    /** With the lines of these surfaces. */
    TopologyFile(Collection<Geometry> surfaces) {
        arcs = lines(surfaces);
        for (int i = 0; i < arcs.size(); i++) {
            Coordinate[] arc = arcs.get(i);
            numbers.put(new Step(arc[arc.length - 1], arc[arc.length - 2]), ~i);
            numbers.put(new Step(arc[0], arc[1]), i);
        }
    }

    private static List<Coordinate[]> lines(Collection<Geometry> surfaces) {
        TreeSet<LineSegment> segments = new TreeSet<>();
        surfaces.forEach(
                surface -> rings(surface).forEach(ring -> segments(ring).forEach(segments::add)));
        LineMerger merger = new LineMerger();
        GeometryFactory factory = new GeometryFactory();
        segments.forEach(segment -> merger.add(segment.toGeometry(factory)));
        return ((Collection<?>) merger.getMergedLineStrings())
                .stream()
                        .map(LineString.class::cast)
                        .map(LineString::norm)
                        .sorted()
                        .map(Geometry::getCoordinates)
                        .toList();
    }

    private static Stream<LineSegment> segments(Coordinate[] ring) {
        return IntStream.range(1, ring.length).mapToObj(i -> {
            LineSegment segment = new LineSegment(ring[i - 1], ring[i]);
            segment.normalize();
            return segment;
        });
    }

    private static Stream<Coordinate[]> rings(Geometry surface) {
        List<LineString> lines = new ArrayList<>();
        surface.apply(new LinearComponentExtracter(lines));
        return lines.stream().map(LineString::getCoordinates).map(CoordinateArrays::removeRepeatedPoints);
    }

    /** Adds a collection of surfaces, all of whose lines are its own. */
    void add(String name, List<String> ids, List<Geometry> surfaces) {
        objects.add(IntStream.range(0, ids.size())
                .mapToObj(i -> "{\"type\":\"MultiPolygon\",\"id\":\"" + ids.get(i) + "\",\"arcs\":"
                        + written(surfaces.get(i)) + "}")
                .collect(Collectors.joining(
                        ",\n", "\"" + name + "\":{\"type\":\"GeometryCollection\",\"geometries\":[\n", "]}")));
    }

    /** The whole, in a line for each line and surface. */
    String text() {
        return "{\"type\":\"Topology\",\"transform\":{\"scale\":[" + EAST + "," + NORTH
                + "],\"translate\":[0,0]},\n\"arcs\":[\n"
                + arcs.stream().map(TopologyFile::steps).collect(Collectors.joining(",\n"))
                + "],\n\"objects\":{"
                + String.join(",\n", objects)
                + "}}\n";
    }

    /** Its first point, then how far each next one is from the one before. */
    private static String steps(Coordinate[] arc) {
        return IntStream.range(0, arc.length)
                .mapToObj(i -> step(i == 0 ? new Coordinate(0, 0) : arc[i - 1], arc[i]))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String step(Coordinate from, Coordinate to) {
        return "[" + Math.round(to.x - from.x) + "," + Math.round(to.y - from.y) + "]";
    }

    private String written(Geometry surface) {
        return IntStream.range(0, surface.getNumGeometries())
                .mapToObj(i -> (Polygon) surface.getGeometryN(i))
                .map(polygon -> listed(rings(polygon).map(ring -> listed(around(ring).stream()))))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String listed(Stream<?> items) {
        return items.map(Object::toString).collect(Collectors.joining(",", "[", "]"));
    }

    /** The numbers of the arcs that a ring is made of, from the first that begins on it. */
    private List<Integer> around(Coordinate[] ring) {
        int points = ring.length - 1;
        int first = IntStream.range(0, points)
                .filter(i -> numbers.containsKey(new Step(ring[i], ring[i + 1])))
                .findFirst()
                .orElseThrow();
        List<Integer> around = new ArrayList<>();
        for (int i = first; i < first + points; i += length(around.getLast())) {
            around.add(Objects.requireNonNull(numbers.get(new Step(ring[i % points], ring[(i + 1) % points]))));
        }
        return around;
    }

    private int length(int number) {
        return arcs.get(number < 0 ? ~number : number).length - 1;
    }
}
