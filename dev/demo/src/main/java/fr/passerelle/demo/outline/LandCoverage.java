package fr.passerelle.demo.outline;

import fr.passerelle.demo.outline.Perimeter.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * Surfaces side by side: neighbours share each point of the line between them.
 *
 * @param surfaces of the communes, then of what is beyond the region's edge, in whole steps of the grid
 */
record LandCoverage(Perimeter perimeter, List<Geometry> surfaces) {

    /** In steps of the grid: a corner is left out where the triangle that it makes is smaller than the square of this. */
    private static final double TOLERANCE = 10;

    private static final PrecisionModel WHOLE_STEPS = new PrecisionModel(1);

    /** Joined from the outlines given, simplified and rounded. */
    static LandCoverage of(Perimeter perimeter, Map<String, MultiPolygon> outlines) {
        Geometry[] joined = Stream.concat(perimeter.communes().stream(), perimeter.beyond().stream())
                .map(part -> joined(part, outlines))
                .toArray(Geometry[]::new);
        Geometry[] surfaces = Stream.of(CoverageSimplifier.simplify(joined, TOLERANCE))
                .map(surface -> GeometryPrecisionReducer.reducePointwise(surface, WHOLE_STEPS))
                .toArray(Geometry[]::new);
        return new LandCoverage(perimeter, List.of(checked(surfaces)));
    }

    private static Geometry joined(Part part, Map<String, MultiPolygon> outlines) {
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

    TopologyFile topology() {
        TopologyFile topology = new TopologyFile(surfaces);
        int communes = perimeter.communes().size();
        topology.add("communes", ids(perimeter.communes()), surfaces.subList(0, communes));
        topology.add("beyond", ids(perimeter.beyond()), surfaces.subList(communes, surfaces.size()));
        return topology;
    }

    private static List<String> ids(List<Part> parts) {
        return parts.stream().map(Part::id).toList();
    }
}
