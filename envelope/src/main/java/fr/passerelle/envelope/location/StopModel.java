package fr.passerelle.envelope.location;

import fr.passerelle.envelope.implantation.StopArea;
import fr.passerelle.envelope.implantation.StopHost;
import fr.passerelle.envelope.implantation.StopReach;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntToLongFunction;

/**
 * Where a number of stops stand best in one EPCI: the most inhabitants near, then the fewest stops moved, then the first hosts in the stable
 * order.
 *
 * @param reachable inhabitants near if every host were a stop
 */
record StopModel(StopArea area, int radiusMetres, List<NearestCustomer> customers, long reachable) {

    /** Powers of two up to here are exact for the solver. */
    private static final int HOSTS_A_LEVEL = 16;

    static StopModel of(StopArea area, int radiusMetres) {
        return new StopModel(
                area,
                radiusMetres,
                new NearestHosts(area, radiusMetres).customers(),
                StopReach.of(area, area.hosts(), radiusMetres).near());
    }

    /** What so many stops reach. */
    StopLevel level(int stops) {
        if (leavesNoChoice(stops)) {
            return onlyLevel(onlyHosts(stops));
        }
        try (FacilityModel model = new FacilityModel(problem(stops))) {
            return level(model);
        }
    }

    /** Where so many stops stand. */
    StopChoice choice(int stops) {
        if (leavesNoChoice(stops)) {
            List<StopHost> hosts = onlyHosts(stops);
            return new StopChoice(hosts, onlyLevel(hosts).near(), true);
        }
        try (FacilityModel model = new FacilityModel(problem(stops))) {
            StopLevel level = level(model);
            return first(model, level);
        }
    }

    private boolean leavesNoChoice(int stops) {
        return stops == area.pinned().size() || stops == area.hosts().size();
    }

    private List<StopHost> onlyHosts(int stops) {
        return stops == area.hosts().size() ? area.hosts() : area.pinned();
    }

    private StopLevel onlyLevel(List<StopHost> hosts) {
        long near = StopReach.of(area, hosts, radiusMetres).near();
        return new StopLevel(
                near, near, hosts.stream().filter(host -> !host.byRule()).count(), true);
    }

    private StopLevel level(FacilityModel model) {
        FacilityAnswer far = model.leastCost();
        model.hold(far);
        FacilityAnswer moved = model.least(this::moves);
        model.hold(this::moves, moved);
        return new StopLevel(
                reachable - far.cost(), reachable - far.bound(), moved.cost(), far.proven() && moved.proven());
    }

    /** Sixteen hosts at a time, the first of them whatever it costs the others: then they stay as they are. */
    private StopChoice first(FacilityModel model, StopLevel level) {
        BitSet open = new BitSet();
        boolean proven = level.proven();
        for (int from = 0; from < area.hosts().size(); from += HOSTS_A_LEVEL) {
            FacilityAnswer first = model.least(earliest(from));
            model.fix(from, from + HOSTS_A_LEVEL, first);
            open = first.open();
            proven &= first.proven();
        }
        return new StopChoice(open.stream().mapToObj(area.hosts()::get).toList(), level.bound(), proven);
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
}
