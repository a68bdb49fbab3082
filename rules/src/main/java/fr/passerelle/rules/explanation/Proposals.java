package fr.passerelle.rules.explanation;

import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What holds at one time: scores and conversions by room, plans by SIREN. */
public record Proposals(
        SortedMap<String, Frequentation> scores,
        SortedMap<String, Conversion> conversions,
        SortedMap<String, Plan> plans) {

    /** Before any run. */
    public static final Proposals NONE = of(List.of(), List.of(), List.of());

    /** From records in any order, one for each room and EPCI. */
    public static Proposals of(List<Frequentation> scores, List<Conversion> conversions, List<Plan> plans) {
        Proposals all = new Proposals(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        scores.forEach(score -> all.scores.put(score.getRoomId(), score));
        conversions.forEach(conversion -> all.conversions.put(conversion.getRoomId(), conversion));
        plans.forEach(plan -> all.plans.put(plan.getEpci(), plan));
        return all;
    }
}
