package fr.passerelle.published.map;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.algorithm.hull.ConcaveHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Voronoi cells, clipped to an outline drawn a little outside of their centres. */
final class VoronoiCells {

    /** Two communes on the outline that are farther apart have land between them that is not theirs. */
    private static final double LONGEST_EDGE = 14;

    /** About half the distance between two centroids. */
    private static final double MARGIN = 2.2;

    private static final int ARC = 2;

    private VoronoiCells() {}

    /**
     * Each centre's cell.
     *
     * @param centres in kilometres, one at least; equal ones share a cell
     */
    static Map<Coordinate, Geometry> of(Collection<Coordinate> centres) {
        GeometryFactory factory = new GeometryFactory();
        Geometry outline = outline(factory.createMultiPointFromCoords(centres.toArray(Coordinate[]::new)));
        VoronoiDiagramBuilder diagram = new VoronoiDiagramBuilder();
        diagram.setSites(centres);
        diagram.setClipEnvelope(outline.getEnvelopeInternal());
        return clipped(diagram.getDiagram(factory), PreparedGeometryFactory.prepare(outline));
    }

    private static Geometry outline(Geometry centres) {
        return ConcaveHull.concaveHullByLength(centres, LONGEST_EDGE).buffer(MARGIN, ARC);
    }

    private static Map<Coordinate, Geometry> clipped(Geometry diagram, PreparedGeometry outline) {
        Map<Coordinate, Geometry> cells = new HashMap<>();
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            Geometry cell = diagram.getGeometryN(i);
            cells.put(
                    (Coordinate) cell.getUserData(),
                    outline.covers(cell) ? cell : outline.getGeometry().intersection(cell));
        }
        return cells;
    }
}
