package fr.passerelle.envelope.location;

import fr.passerelle.envelope.implantation.StopArea;
import fr.passerelle.envelope.location.FacilityProblem.CostRing;
import fr.passerelle.envelope.location.FacilityProblem.NearestCustomer;
import fr.passerelle.rules.frequentation.Distance;
import fr.passerelle.schemas.event.Commune;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The communes of an EPCI as customers: their inhabitants are the cost of having no stop near. Those with the same hosts near are one. */
final class NearestHosts {

    /** A little less than it is, so that no commune that is near is left out. */
    private static final double METRES_A_DEGREE_OF_LATITUDE = 111_190;

    private final StopArea area;
    private final int radiusMetres;
    private final List<Commune> points;
    private final Map<Commune, List<Integer>> hosts = new LinkedHashMap<>();

    NearestHosts(StopArea area, int radiusMetres) {
        this.area = area;
        this.radiusMetres = radiusMetres;
        this.points = area.communes().stream()
                .filter(commune -> area.points().contains(commune.getInsee()))
                .toList();
        Map<String, List<Integer>> byInsee = new HashMap<>();
        for (int host = 0; host < area.hosts().size(); host++) {
            byInsee.computeIfAbsent(area.hosts().get(host).insee(), insee -> new ArrayList<>())
                    .add(host);
        }
        area.communes().stream()
                .filter(commune -> byInsee.containsKey(commune.getInsee()))
                .forEach(commune -> hosts.put(commune, byInsee.get(commune.getInsee())));
    }

    /** Those that no fixed point is near and some host is. */
    List<NearestCustomer> customers() {
        Map<List<Integer>, Long> inhabitants = new LinkedHashMap<>();
        area.communes().stream()
                .filter(commune -> points.stream().noneMatch(point -> isNear(commune, point)))
                .forEach(commune -> inhabitants.merge(near(commune), (long) commune.getPopulation(), Long::sum));
        inhabitants.remove(List.<Integer>of());
        return inhabitants.entrySet().stream()
                .map(same -> new NearestCustomer(List.of(new CostRing(same.getKey(), same.getValue()))))
                .toList();
    }

    private List<Integer> near(Commune commune) {
        return hosts.entrySet().stream()
                .filter(other -> isNear(commune, other.getKey()))
                .flatMap(other -> other.getValue().stream())
                .sorted()
                .toList();
    }

    private boolean isNear(Commune one, Commune other) {
        double north = Math.abs(one.getLatitude() - other.getLatitude()) * METRES_A_DEGREE_OF_LATITUDE;
        return north <= radiusMetres + 1 && Distance.metres(one, other) <= radiusMetres;
    }
}
