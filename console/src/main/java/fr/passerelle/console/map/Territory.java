package fr.passerelle.console.map;

import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * The land of the communes, in kilometres east and north of the middle of them all.
 *
 * @param projection from degrees
 * @param communes each commune, by INSEE code
 * @param epcis each EPCI in one piece, by SIREN
 * @param beyond what EPCIs hold outside of the region, by SIREN
 */
record Territory(
        Plane projection, Map<String, Geometry> communes, Map<String, Geometry> epcis, Map<String, Geometry> beyond) {

    /** Radius of the disc that stands for a commune whose outline is not known. */
    private static final double DISC = 1.5;

    /** Of what is beyond the region so much is shown. */
    private static final double NEAR = 8;

    static final Geometry NOWHERE = new GeometryFactory().createMultiPolygon();

    /** Of EPCIs with one commune at least between them all. */
    static Territory of(Collection<EpciDescribed> epcis) {
        return of(epcis, Outlines.shipped());
    }

    private static Territory of(Collection<EpciDescribed> epcis, Outlines outlines) {
        List<Commune> all =
                epcis.stream().flatMap(epci -> epci.getCommunes().stream()).toList();
        Plane plane = Plane.around(all);
        Map<String, Geometry> communes = all.stream()
                .collect(Collectors.toMap(
                        Commune::getInsee,
                        commune -> land(commune, plane, outlines),
                        (one, other) -> one,
                        TreeMap::new));
        Map<String, Geometry> merged = merged(epcis, communes);
        return new Territory(plane, communes, merged, beyond(merged, plane, outlines));
    }

    private static Geometry land(Commune commune, Plane plane, Outlines outlines) {
        return Optional.ofNullable(outlines.communes().get(commune.getInsee()))
                .map(plane::of)
                .orElseGet(() ->
                        NOWHERE.getFactory().createPoint(plane.of(commune)).buffer(DISC));
    }

    private static Map<String, Geometry> merged(Collection<EpciDescribed> epcis, Map<String, Geometry> communes) {
        return epcis.stream()
                .filter(epci -> !epci.getCommunes().isEmpty())
                .collect(Collectors.toMap(
                        EpciDescribed::getEpci, epci -> merged(epci, communes), (one, other) -> one, TreeMap::new));
    }

    private static Geometry merged(EpciDescribed epci, Map<String, Geometry> communes) {
        return UnaryUnionOp.union(epci.getCommunes().stream()
                .map(commune -> communes.get(commune.getInsee()))
                .toList());
    }

    private static Map<String, Geometry> beyond(Map<String, Geometry> epcis, Plane plane, Outlines outlines) {
        return outlines.beyond().entrySet().stream()
                .filter(land -> epcis.containsKey(land.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, land -> plane.of(land.getValue()), (one, other) -> one, TreeMap::new));
    }

    /** What some EPCIs take up, and what they have beyond as far as it is shown. */
    Envelope envelope(Collection<String> sirens) {
        return shown(lands(epcis, sirens), lands(beyond, sirens));
    }

    private static List<Geometry> lands(Map<String, Geometry> all, Collection<String> sirens) {
        return sirens.stream().map(siren -> all.getOrDefault(siren, NOWHERE)).toList();
    }

    private static Envelope shown(Collection<Geometry> lands, Collection<Geometry> beyond) {
        Envelope envelope = around(lands);
        Envelope near = envelope.copy();
        near.expandBy(NEAR);
        envelope.expandToInclude(around(beyond).intersection(near));
        return envelope;
    }

    private static Envelope around(Collection<Geometry> lands) {
        Envelope envelope = new Envelope();
        lands.forEach(land -> envelope.expandToInclude(land.getEnvelopeInternal()));
        return envelope;
    }
}
