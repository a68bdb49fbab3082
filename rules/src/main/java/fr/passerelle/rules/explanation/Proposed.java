package fr.passerelle.rules.explanation;

import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.Siege;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a plan proposes: what has to hold under another threshold or weight.
 *
 * @param seat identifier of the seat proposed; null where none is
 * @param exAequo identifiers of the seats that the EPCI has to choose from, in order
 * @param kinds what each room of the region becomes, by identifier
 */
record Proposed(@Nullable String seat, List<String> exAequo, Map<String, ConversionKind> kinds) {

    static Proposed of(Plan plan) {
        return new Proposed(
                plan.getTiersLieu(),
                plan.getExAequo().stream().map(Siege::getId).sorted().toList(),
                kinds(plan));
    }

    private static Map<String, ConversionKind> kinds(Plan plan) {
        Map<String, ConversionKind> kinds = new TreeMap<>();
        for (PlanRoom room : plan.getRooms()) {
            if (room.getKind() != null) {
                kinds.put(room.getRoomId(), room.getKind());
            }
        }
        return kinds;
    }
}
