package fr.passerelle.demo.outline;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes the outlines that maps are drawn with. */
public final class OutlineProgram {

    private static final String WRITTEN =
            "console/src/main/resources/fr/passerelle/console/map/contours-picardie.topojson.gz";

    /** In steps of the grid: a corner is left out where the triangle that it makes is smaller than the square of this. */
    private static final double TOLERANCE = 10;

    private static final PrecisionModel WHOLE_STEPS = new PrecisionModel(1);

    private static final GeometryFactory LAND = new GeometryFactory();

    private OutlineProgram() {}

    /** Writes them again, from the GeoJSON files of communes given; run it from the root of the repository. */
    public static void main(String[] files) throws IOException {
        Path root = Path.of(".");
        List<Path> sources = Arrays.stream(files).map(Path::of).toList();
        String text = of(Perimeter.read(root), sources);
        try (Writer writer = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(root.resolve(WRITTEN))), StandardCharsets.UTF_8)) {
            writer.write(text);
        }
    }

    /**
     * As TopoJSON.
     *
     * @throws IllegalArgumentException when a commune of the perimeter has no outline in these files, or outlines overlap
     */
    static String of(Perimeter perimeter, List<Path> files) throws IOException {
        List<Geometry> surfaces = surfaces(perimeter, read(files));
        TopologyFile topology = new TopologyFile(surfaces);
        int communes = perimeter.communes().size();
        topology.add("communes", ids(perimeter.communes()), surfaces.subList(0, communes));
        topology.add("beyond", ids(perimeter.beyond()), surfaces.subList(communes, surfaces.size()));
        return topology.text();
    }

    /**
     * Surfaces side by side, joined from the outlines given, simplified and rounded to whole steps of the grid: neighbours share each point of
     * the line between them.
     */
    private static List<Geometry> surfaces(Perimeter perimeter, Map<String, MultiPolygon> outlines) {
        Geometry[] joined = Stream.concat(perimeter.communes().stream(), perimeter.beyond().stream())
                .map(part -> joined(part, outlines))
                .toArray(Geometry[]::new);
        Geometry[] surfaces = Stream.of(CoverageSimplifier.simplify(joined, TOLERANCE))
                .map(surface -> GeometryPrecisionReducer.reducePointwise(surface, WHOLE_STEPS))
                .toArray(Geometry[]::new);
        return List.of(checked(surfaces));
    }

    private static Geometry joined(Perimeter.Part part, Map<String, MultiPolygon> outlines) {
        Geometry[] pieces = part.codes().stream()
                .flatMap(code -> Optional.ofNullable(outlines.get(code)).stream())
                .toArray(Geometry[]::new);
        if (pieces.length == 0) {
            throw new IllegalArgumentException("No outline of " + part.id());
        }
        return CoverageUnion.union(pieces);
    }

    private static Geometry[] checked(Geometry[] surfaces) {
        if (!CoverageValidator.isValid(surfaces)
                || !Stream.of(surfaces).allMatch(surface -> surface.isValid() && !surface.isEmpty())) {
            throw new IllegalArgumentException("These outlines do not fit together.");
        }
        return surfaces;
    }

    private static List<String> ids(List<Perimeter.Part> parts) {
        return parts.stream().map(Perimeter.Part::id).toList();
    }

    /** Outlines of communes as GeoJSON has them (WGS 84 degrees, one feature a commune, its INSEE code as {@code code}), by that code and in steps of the grid, not rounded. */
    private static Map<String, MultiPolygon> read(List<Path> files) {
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
                        : coordinates.valueStream().map(OutlineProgram::polygon).toArray(Polygon[]::new));
    }

    private static Polygon polygon(JsonNode rings) {
        return LAND.createPolygon(
                ring(rings.get(0)),
                rings.valueStream().skip(1).map(OutlineProgram::ring).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode points) {
        return LAND.createLinearRing(points.valueStream()
                .map(point -> new Coordinate(
                        point.get(0).asDouble() / TopologyFile.EAST,
                        point.get(1).asDouble() / TopologyFile.NORTH))
                .toArray(Coordinate[]::new));
    }

    /**
     * What has an outline.
     *
     * @param communes those of the region, in the order of their INSEE codes
     * @param beyond what EPCIs that cross the region's edge hold outside of it, in the order of their SIRENs
     */
    record Perimeter(List<Part> communes, List<Part> beyond) {

        private static final String COMMUNES = "sources/src/main/resources/facts/communes-picardie.csv";
        private static final String BEYOND = "dev/demo/facts/communes-hors-picardie.csv";

        /**
         * Something that has an outline of its own.
         *
         * @param id INSEE code of a commune, or SIREN of an EPCI
         * @param codes INSEE codes of what it is made of, today's and former ones
         */
        record Part(String id, List<String> codes) {}

        /** As the facts of the repository have it. */
        static Perimeter read(Path root) throws IOException {
            return new Perimeter(
                    parts(root.resolve(COMMUNES), "code_insee"), parts(root.resolve(BEYOND), "epci_siren"));
        }

        private static List<Part> parts(Path file, String key) throws IOException {
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
                return rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.getField(key),
                                TreeMap::new,
                                Collectors.flatMapping(Perimeter::codes, Collectors.toList())))
                        .entrySet()
                        .stream()
                        .map(part -> new Part(part.getKey(), part.getValue()))
                        .toList();
            }
        }

        private static Stream<String> codes(NamedCsvRecord row) {
            return Stream.concat(
                            Stream.of(row.getField("code_insee")),
                            Arrays.stream(row.getField("anciens_codes").split("\\D+")))
                    .filter(code -> !code.isEmpty());
        }
    }
}
