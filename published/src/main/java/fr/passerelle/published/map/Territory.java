package fr.passerelle.published.map;

import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * The land of the communes, in kilometres east and north of the middle of them all.
 *
 * @param projection from degrees
 * @param communes the cell of each commune, by INSEE code; two communes with one centroid share it
 * @param epcis the cells of each EPCI in one piece, by SIREN
 */
record Territory(Plane projection, Map<String, Geometry> communes, Map<String, Geometry> epcis) {

    /** Of EPCIs with one commune at least between them all. */
    static Territory of(Collection<EpciDescribed> epcis) {
        List<Commune> all =
                epcis.stream().flatMap(epci -> epci.getCommunes().stream()).toList();
        Plane plane = Plane.around(all);
        Map<Coordinate, Geometry> cells =
                VoronoiCells.of(all.stream().map(plane::of).toList());
        Map<String, Geometry> communes = new HashMap<>();
        all.forEach(commune -> communes.put(commune.getInsee(), cells.get(plane.of(commune))));
        return new Territory(plane, communes, merged(epcis, communes));
    }

    private static Map<String, Geometry> merged(Collection<EpciDescribed> epcis, Map<String, Geometry> communes) {
        Map<String, Geometry> merged = new TreeMap<>();
        for (EpciDescribed epci : epcis) {
            List<Geometry> cells = epci.getCommunes().stream()
                    .map(commune -> communes.get(commune.getInsee()))
                    .toList();
            if (!cells.isEmpty()) {
                merged.put(epci.getEpci(), UnaryUnionOp.union(cells));
            }
        }
        return merged;
    }

    /** What all the communes take up. */
    Envelope envelope() {
        Envelope envelope = new Envelope();
        epcis.values().forEach(land -> envelope.expandToInclude(land.getEnvelopeInternal()));
        return envelope;
    }
}
