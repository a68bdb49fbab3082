package fr.passerelle.envelope.location;

import fr.passerelle.envelope.implantation.StopArea;
import fr.passerelle.envelope.implantation.StopArea.StopHost;
import fr.passerelle.envelope.location.FacilityModel.Answer;
import fr.passerelle.envelope.location.FacilityModel.FacilityProblem;
import fr.passerelle.envelope.location.FacilityModel.FacilityProblem.CostRing;
import fr.passerelle.envelope.location.FacilityModel.FacilityProblem.Facility;
import fr.passerelle.envelope.location.FacilityModel.FacilityProblem.NearestCustomer;
import fr.passerelle.rules.frequentation.Distance;
import fr.passerelle.schemas.event.Commune;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a number of stops stand best in one EPCI: the most inhabitants near, then the fewest stops moved, then the first hosts in the stable
 * order.
 *
 * @param reachable inhabitants near if every host were a stop
 */
record StopModel(StopArea area, int radiusMetres, List<NearestCustomer> customers, long reachable) {

    /** Powers of two up to here are exact for the solver. */
    private static final int HOSTS_A_LEVEL = 16;

    /** A little less than it is, so that no commune that is near is left out. */
    private static final double METRES_A_DEGREE_OF_LATITUDE = 111_190;

    /** What a number of stops reach: inhabitants near, the most that could be, stops moved, and whether that is proven to be the best. */
    record Level(long near, long bound, long moved, boolean proven) {

        Level oneMore() {
            return new Level(near, bound, moved + 1, proven);
        }
    }

    /** Where the stops of one EPCI stand, the most that could be near with as many, and whether nothing is better nor comes before it. */
    record Choice(List<StopHost> hosts, long bound, boolean proven) {}

    static StopModel of(StopArea area, int radiusMetres) {
        return new StopModel(
                area,
                radiusMetres,
                customers(area, radiusMetres),
                area.reach(area.hosts(), radiusMetres).near());
    }

    Level level(int stops) {
        if (leavesNoChoice(stops)) {
            return onlyLevel(onlyHosts(stops));
        }
        try (FacilityModel model = new FacilityModel(problem(stops))) {
            return level(model);
        }
    }

    Choice choice(int stops) {
        if (leavesNoChoice(stops)) {
            List<StopHost> hosts = onlyHosts(stops);
            return new Choice(hosts, onlyLevel(hosts).near(), true);
        }
        try (FacilityModel model = new FacilityModel(problem(stops))) {
            Level level = level(model);
            return first(model, level);
        }
    }

    private boolean leavesNoChoice(int stops) {
        return stops == area.pinned().size() || stops == area.hosts().size();
    }

    private List<StopHost> onlyHosts(int stops) {
        return stops == area.hosts().size() ? area.hosts() : area.pinned();
    }

    private Level onlyLevel(List<StopHost> hosts) {
        long near = area.reach(hosts, radiusMetres).near();
        return new Level(
                near, near, hosts.stream().filter(host -> !host.byRule()).count(), true);
    }

    private Level level(FacilityModel model) {
        Answer far = model.leastCost();
        model.hold(far);
        Answer moved = model.least(this::moves);
        model.hold(this::moves, moved);
        return new Level(reachable - far.cost(), reachable - far.bound(), moved.cost(), far.proven() && moved.proven());
    }

    /** Sixteen hosts at a time, the first of them whatever it costs the others: then they stay as they are. */
    private Choice first(FacilityModel model, Level level) {
        BitSet open = new BitSet();
        boolean proven = level.proven();
        for (int from = 0; from < area.hosts().size(); from += HOSTS_A_LEVEL) {
            Answer first = model.least(earliest(from));
            model.fix(from, from + HOSTS_A_LEVEL, first);
            open = first.open();
            proven &= first.proven();
        }
        return new Choice(open.stream().mapToObj(area.hosts()::get).toList(), level.bound(), proven);
    }

    private static IntToLongFunction earliest(int from) {
        return host -> from <= host && host < from + HOSTS_A_LEVEL ? -(1L << (from + HOSTS_A_LEVEL - 1 - host)) : 0;
    }

    private long moves(int host) {
        return area.hosts().get(host).byRule() ? 0 : 1;
    }

    private FacilityProblem problem(int stops) {
        return new FacilityProblem(
                area.hosts().stream()
                        .map(host -> new Facility(0, host.capacity(), host.pinned()))
                        .toList(),
                customers,
                List.of(),
                OptionalInt.of(stops),
                area.requiredSessions(stops));
    }

    /** Communes that no fixed point is near and some host is, one for all with the same: their inhabitants are the cost of no stop near. */
    static List<NearestCustomer> customers(StopArea area, int radiusMetres) {
        Map<String, Commune> byInsee = area.communes().stream()
                .collect(Collectors.toMap(Commune::getInsee, commune -> commune, (one, other) -> one));
        Map<List<Integer>, Long> inhabitants = new LinkedHashMap<>();
        for (Commune commune : area.communes()) {
            Predicate<String> near = insee -> isNear(commune, byInsee.get(insee), radiusMetres);
            if (area.points().stream().noneMatch(near)) {
                List<Integer> hosts = IntStream.range(0, area.hosts().size())
                        .filter(host -> near.test(area.hosts().get(host).insee()))
                        .boxed()
                        .toList();
                inhabitants.merge(hosts, (long) commune.getPopulation(), Long::sum);
            }
        }
        inhabitants.remove(List.<Integer>of());
        return inhabitants.entrySet().stream()
                .map(same -> new NearestCustomer(List.of(new CostRing(same.getKey(), same.getValue()))))
                .toList();
    }

    private static boolean isNear(Commune one, @Nullable Commune other, int radiusMetres) {
        return other != null
                && Math.abs(one.getLatitude() - other.getLatitude()) * METRES_A_DEGREE_OF_LATITUDE <= radiusMetres + 1
                && Distance.metres(one, other) <= radiusMetres;
    }
}
