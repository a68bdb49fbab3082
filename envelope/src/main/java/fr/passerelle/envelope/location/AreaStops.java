package fr.passerelle.envelope.location;

import fr.passerelle.envelope.implantation.StopArea;
import fr.passerelle.envelope.implantation.StopHost;
import fr.passerelle.envelope.implantation.StopReach;
import fr.passerelle.schemas.event.EtapeImplantee;
import fr.passerelle.schemas.event.ImplantationEpci;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Writes down where the stops of an EPCI would stand, beside today's rule. */
final class AreaStops {

    private AreaStops() {}

    static ImplantationEpci of(StopArea area, List<StopHost> stops, int radiusMetres) {
        StopReach today = StopReach.of(area, area.byRule(), radiusMetres);
        StopReach best = StopReach.of(area, stops, radiusMetres);
        return ImplantationEpci.newBuilder()
                .setEpci(area.siren())
                .setName(area.name())
                .setPopulation(area.population())
                .setByRule(today.near())
                .setBest(best.near())
                .setReachable(StopReach.of(area, area.hosts(), radiusMetres).near())
                .setWorstByRule(metres(today.worstMetres()))
                .setWorstBest(metres(best.worstMetres()))
                .setSessions(area.sessions())
                .setSessionsFit(stops.stream().mapToInt(StopHost::capacity).sum() >= area.sessions())
                .setEtapes(written(stops))
                .setQuittees(written(area.byRule().stream()
                        .filter(host -> !stops.contains(host))
                        .toList()))
                .build();
    }

    private static @Nullable Integer metres(OptionalLong metres) {
        return metres.isPresent() ? Math.toIntExact(metres.getAsLong()) : null;
    }

    private static List<EtapeImplantee> written(List<StopHost> stops) {
        return stops.stream().map(AreaStops::written).toList();
    }

    private static EtapeImplantee written(StopHost stop) {
        return EtapeImplantee.newBuilder()
                .setInsee(stop.insee())
                .setCommune(stop.commune())
                .setHost(stop.id())
                .setName(stop.name())
                .setPinned(stop.pinned())
                .setByRule(stop.byRule())
                .setCapacity(stop.capacity())
                .build();
    }
}
