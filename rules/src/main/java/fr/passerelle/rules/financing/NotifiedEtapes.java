package fr.passerelle.rules.financing;

import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rooms that were notified as étapes and still are: of the acts on a room the latest by date holds, a refusal ends it. */
public final class NotifiedEtapes {

    private static final String ROOM = "room:";

    private NotifiedEtapes() {}

    /**
     * Those of the region.
     *
     * @param decisions in the order of the log
     * @return their identifiers
     */
    public static Set<String> of(List<DecisionRecorded> decisions) {
        Map<String, DecisionRecorded> latest = new HashMap<>();
        decisions.stream()
                .filter(decision -> decision.getSubject().startsWith(ROOM))
                .filter(decision ->
                        decision.getKind() == DecisionKind.NOTIFIED || decision.getKind() == DecisionKind.REFUSED)
                .forEach(decision -> latest.merge(decision.getSubject(), decision, NotifiedEtapes::later));
        return latest.values().stream()
                .filter(decision -> decision.getKind() == DecisionKind.NOTIFIED)
                .filter(decision -> ConversionKind.ETAPE_NOMADE.name().equals(decision.getConversion()))
                .map(decision -> decision.getSubject().substring(ROOM.length()))
                .collect(Collectors.toSet());
    }

    private static DecisionRecorded later(DecisionRecorded known, DecisionRecorded next) {
        return next.getDecidedOn().isBefore(known.getDecidedOn()) ? known : next;
    }
}
