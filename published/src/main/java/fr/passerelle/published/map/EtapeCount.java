package fr.passerelle.published.map;

import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The étapes of some plans, counted as figures and as marks of a map do: a figure counts one a room, whatever mark that room has, and
 * several may share a place.
 *
 * @param all one for each room that becomes one
 * @param places where their sessions are held, those that share a host once
 * @param byMark how many of them a map shows by each mark, none where it is zero
 */
public record EtapeCount(int all, int places, Map<Mark, Integer> byMark) {

    /** Those of these plans. */
    public static EtapeCount of(Collection<Plan> plans, PublishedResults published) {
        return new EtapeCount(
                plans.stream().mapToInt(Plan::getEtapes).sum(),
                new HostNumbers(plans.stream()
                                .flatMap(plan -> plan.getRooms().stream())
                                .map(room -> published.proposals().conversions().get(room.getRoomId()))
                                .filter(Objects::nonNull)
                                .toList())
                        .all()
                        .size(),
                plans.stream()
                        .flatMap(EtapeCount::marks)
                        .collect(Collectors.toMap(Function.identity(), mark -> 1, Integer::sum, TreeMap::new)));
    }

    private static Stream<Mark> marks(Plan plan) {
        Set<String> etapes = plan.getRooms().stream()
                .filter(room -> room.getKind() == ConversionKind.ETAPE_NOMADE)
                .map(PlanRoom::getRoomId)
                .collect(Collectors.toSet());
        return MarkedPlace.of(plan).stream()
                .filter(place -> etapes.contains(place.id()))
                .map(MarkedPlace::mark);
    }

    /** How many a map shows as étapes. */
    public int marked() {
        return byMark.getOrDefault(Mark.ETAPE_NOMADE, 0);
    }

    /** How many keep the mark that their room has while nobody has concluded on it: they are provisional. */
    public int otherwise() {
        return all - marked();
    }
}
