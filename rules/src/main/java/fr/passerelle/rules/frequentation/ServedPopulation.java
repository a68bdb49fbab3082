package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.trace.Steps.text;
import static fr.passerelle.rules.trace.Steps.whole;

import fr.passerelle.rules.frequentation.Indicator.Unavailability;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The inhabitants that a room serves (RULES 3), with the reasoning. The open rooms of one commune, autonomous ones included, form a group at
 * its centroid; each commune goes to the nearest group within the radius; a room serves its group's sum ÷ the group's rooms.
 *
 * @param inhabitants six places; null when it serves nobody that is known
 * @param steps the communes of its group, then its share of them
 */
public record ServedPopulation(@Nullable BigDecimal inhabitants, List<RegleEssayee> steps) {

    /**
     * Shares the communes of an EPCI out among its rooms: nobody is served where there is none.
     *
     * @param rooms the rooms of the EPCI, in any order; those that are not open at the as-of, or whose commune is not of the EPCI, serve nobody
     * @param asOf month on whose last day a room has to be open
     * @param radiusMetres farthest group that serves a commune other than its own
     * @return what each room serves
     */
    public static Function<RoomInventoried, ServedPopulation> of(
            @Nullable EpciDescribed epci, Collection<RoomInventoried> rooms, YearMonth asOf, int radiusMetres) {
        List<Commune> all = epci == null ? List.of() : epci.getCommunes();
        Map<String, Commune> communes = all.stream().collect(Collectors.toMap(Commune::getInsee, Function.identity()));
        SortedMap<String, List<RoomInventoried>> groups = rooms.stream()
                .filter(room -> OpenDays.isOpenAt(room, asOf) && communes.containsKey(room.getInsee()))
                .collect(Collectors.groupingBy(RoomInventoried::getInsee, TreeMap::new, Collectors.toList()));
        Map<String, List<Groups.ServedCommune>> served =
                new Groups(groups.keySet().stream().map(communes::get).toList(), radiusMetres).served(all);
        Map<String, ServedPopulation> byRoom = new HashMap<>();
        groups.forEach((insee, group) -> group.forEach(room -> byRoom.put(
                room.getRoomId(), of(room, served.getOrDefault(insee, List.of()), group.size(), radiusMetres))));
        return room -> byRoom.getOrDefault(room.getRoomId(), nobody(room));
    }

    /** Of a room that serves nobody that is known: it has no EPCI, is not open, or its commune is not of its EPCI. */
    public static ServedPopulation nobody(RoomInventoried room) {
        RegleEssayee step = Steps.passed(
                Rule.POPULATION_DESSERVIE,
                Steps.room(room.getRoomId()),
                Unavailability.SANS_POPULATION.name(),
                text("commune", room.getInsee(), Unite.CODE),
                text("epci", room.getEpci(), Unite.CODE));
        return new ServedPopulation(null, List.of(step));
    }

    /** As a score found them, to score the same room again; their reasoning is left to it. */
    public static ServedPopulation asIn(Frequentation measured) {
        return new ServedPopulation(measured.getPopulationServed(), List.of());
    }

    /** Of a room in its group. */
    private static ServedPopulation of(
            RoomInventoried room, List<Groups.ServedCommune> communes, int rooms, int radiusMetres) {
        long sum = communes.stream()
                .mapToLong(served -> served.commune().getPopulation())
                .sum();
        BigDecimal each = Decimals.divide(sum, rooms);
        RegleEssayee share = Steps.passed(
                Rule.POPULATION_DESSERVIE,
                Steps.room(room.getRoomId()),
                each.toPlainString(),
                text("groupe", room.getInsee(), Unite.CODE),
                whole("habitants_du_groupe", sum, Unite.HABITANTS),
                whole("salles_du_groupe", rooms, Unite.SALLES));
        return new ServedPopulation(
                each,
                Stream.concat(communes.stream().map(served -> step(served, radiusMetres)), Stream.of(share))
                        .toList());
    }

    private static RegleEssayee step(Groups.ServedCommune served, int radiusMetres) {
        return Steps.passed(
                Rule.POPULATION_DESSERVIE,
                Steps.commune(served.commune().getInsee()),
                served.centre().getInsee(),
                whole("habitants", served.commune().getPopulation(), Unite.HABITANTS),
                whole("distance", served.metres(), Unite.METRES),
                whole("rayon", radiusMetres, Unite.METRES));
    }

    /** Groups of rooms, one a commune: those that have one, by INSEE code. */
    record Groups(List<Commune> centres, int radiusMetres) {

        /** A commune with the group that serves it, and the metres between their centroids. */
        record ServedCommune(Commune commune, Commune centre, long metres) {

            private boolean isOther() {
                return !centre.getInsee().equals(commune.getInsee());
            }
        }

        /** The communes that each group serves, by INSEE code of the group, each by its own. */
        Map<String, List<ServedCommune>> served(Collection<Commune> communes) {
            return communes.stream()
                    .sorted(Comparator.comparing(Commune::getInsee))
                    .flatMap(commune -> nearest(commune).stream())
                    .collect(Collectors.groupingBy(served -> served.centre().getInsee()));
        }

        private Optional<ServedCommune> nearest(Commune commune) {
            return centres.stream()
                    .map(centre -> new ServedCommune(commune, centre, Distance.metres(commune, centre)))
                    .filter(served -> served.metres() <= radiusMetres)
                    .min(Comparator.comparing(ServedCommune::isOther)
                            .thenComparingLong(ServedCommune::metres)
                            .thenComparing(served -> served.centre().getInsee()));
        }
    }
}
