package fr.passerelle.rules.financing;

import fr.passerelle.schemas.event.DecisionRecorded;
import java.util.List;
import java.util.stream.Stream;

/** Which seats of a tiers lieu were notified to an EPCI and still stand (RULES 4.9). */
public final class NotifiedSeats {

    private NotifiedSeats() {}

    /**
     * Those of an EPCI.
     *
     * @param decisions on the EPCI, in the order of the log
     * @return room:ID or site:ID, the oldest act first; two where acts contradict each other since EPCIs merged
     */
    public static List<String> of(String siren, List<DecisionRecorded> decisions) {
        return Notifications.of(siren, decisions).standing().stream()
                .flatMap(notification -> Stream.ofNullable(notification.seat()))
                .distinct()
                .toList();
    }
}
