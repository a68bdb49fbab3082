package fr.passerelle.console.map;

import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The étapes of some plans, one a place as everywhere, and the rooms that share them, whose marks a map shows.
 *
 * @param all where sessions are held, a host that several rooms share once
 * @param rooms that become one
 * @param byMark how many of these a map shows by each mark, none where it is zero
 */
public record EtapeCount(int all, int rooms, Map<Mark, Integer> byMark) {

    /** Those of these plans. */
    public static EtapeCount of(Collection<Plan> plans) {
        return new EtapeCount(
                plans.stream().mapToInt(Plan::getEtapes).sum(),
                Math.toIntExact(plans.stream().flatMap(EtapeCount::rooms).count()),
                plans.stream()
                        .flatMap(EtapeCount::marks)
                        .collect(Collectors.toMap(Function.identity(), mark -> 1, Integer::sum, TreeMap::new)));
    }

    private static Stream<String> rooms(Plan plan) {
        return plan.getRooms().stream()
                .filter(room -> room.getKind() == ConversionKind.ETAPE_NOMADE)
                .map(PlanRoom::getRoomId);
    }

    private static Stream<Mark> marks(Plan plan) {
        Set<String> etapes = rooms(plan).collect(Collectors.toSet());
        return MarkedPlace.of(plan).stream()
                .filter(place -> etapes.contains(place.id()))
                .map(MarkedPlace::mark);
    }

    /** How many rooms a map shows as étapes. */
    public int marked() {
        return byMark.getOrDefault(Mark.ETAPE_NOMADE, 0);
    }

    /** How many keep the mark that they have while nobody has concluded on them: their étape is provisional. */
    public int otherwise() {
        return rooms - marked();
    }
}
