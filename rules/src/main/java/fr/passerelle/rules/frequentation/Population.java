package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.RoomInventoried;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Inhabitants served by each room of an EPCI (RULES 3). The open rooms of one commune, autonomous ones included, form a group at its
 * centroid; each commune goes to the nearest group within the radius; a room serves its group's sum ÷ the group's rooms.
 */
public final class Population {

    private final Map<String, ServedPopulation> byRoom = new HashMap<>();

    private Population() {}

    /**
     * Shares the communes of an EPCI out among its rooms: nobody is served where there is none.
     *
     * @param rooms the rooms of the EPCI, in any order; those that are not open at the as-of, or whose commune is not of the EPCI, serve nobody
     * @param asOf month on whose last day a room has to be open
     * @param radiusMetres farthest group that serves a commune other than its own
     */
    public static Population of(
            @Nullable EpciDescribed epci, Collection<RoomInventoried> rooms, YearMonth asOf, int radiusMetres) {
        List<Commune> all = epci == null ? List.of() : epci.getCommunes();
        Map<String, Commune> communes = all.stream().collect(Collectors.toMap(Commune::getInsee, Function.identity()));
        SortedMap<String, List<RoomInventoried>> groups = rooms.stream()
                .filter(room -> OpenDays.isOpenAt(room, asOf) && communes.containsKey(room.getInsee()))
                .collect(Collectors.groupingBy(RoomInventoried::getInsee, TreeMap::new, Collectors.toList()));
        Map<String, List<Groups.ServedCommune>> served = new Groups(
                        groups.keySet().stream().map(communes::get).toList(), radiusMetres)
                .served(communes.values());
        Population population = new Population();
        groups.forEach((insee, group) -> group.forEach(room -> population.byRoom.put(
                room.getRoomId(),
                ServedPopulation.of(room, served.getOrDefault(insee, List.of()), group.size(), radiusMetres))));
        return population;
    }

    /** Inhabitants that the room serves. */
    public ServedPopulation servedBy(RoomInventoried room) {
        return byRoom.getOrDefault(room.getRoomId(), ServedPopulation.nobody(room));
    }

    /** Groups of rooms, one a commune: those that have one, by INSEE code. */
    record Groups(List<Commune> centres, int radiusMetres) {

        /** A commune with the group that serves it, and the metres between their centroids. */
        record ServedCommune(Commune commune, Commune centre, long metres) {}

        /** The communes that each group serves, by INSEE code of the group, each by its own. */
        Map<String, List<ServedCommune>> served(Collection<Commune> communes) {
            return communes.stream()
                    .sorted(Comparator.comparing(Commune::getInsee))
                    .flatMap(commune -> nearest(commune).stream())
                    .collect(Collectors.groupingBy(served -> served.centre().getInsee()));
        }

        private Optional<ServedCommune> nearest(Commune commune) {
            return own(commune)
                    .or(() -> centres.stream()
                            .map(centre -> new ServedCommune(commune, centre, Distance.metres(commune, centre)))
                            .filter(served -> served.metres() <= radiusMetres)
                            .min(Comparator.comparingLong(ServedCommune::metres)
                                    .thenComparing(served -> served.centre().getInsee())));
        }

        private Optional<ServedCommune> own(Commune commune) {
            return centres.stream()
                    .filter(centre -> centre.getInsee().equals(commune.getInsee()))
                    .map(centre -> new ServedCommune(commune, centre, 0))
                    .findFirst();
        }
    }
}
