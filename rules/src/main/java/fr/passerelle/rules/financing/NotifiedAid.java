package fr.passerelle.rules.financing;

import fr.passerelle.schemas.event.DecisionRecorded;
import java.util.List;
import java.util.stream.Stream;

/** Which aid was notified to an EPCI and still stands (RULES 4.9). */
public final class NotifiedAid {

    private NotifiedAid() {}

    /**
     * The acts that gave it, the oldest first; none of those that gave no euro.
     *
     * @param decisions on the EPCI, in the order of the log
     */
    public static List<DecisionRecorded> of(String siren, List<DecisionRecorded> decisions) {
        return acts(siren, decisions).filter(NotifiedAid::givesAid).toList();
    }

    /** The acts that gave it or a seat, whose amounts may not be known, the oldest first. */
    public static List<DecisionRecorded> withSeats(String siren, List<DecisionRecorded> decisions) {
        return acts(siren, decisions)
                .filter(decision -> decision.getSeat() != null || givesAid(decision))
                .toList();
    }

    private static Stream<DecisionRecorded> acts(String siren, List<DecisionRecorded> decisions) {
        return Notifications.of(siren, decisions).standing().stream().map(Notification::decision);
    }

    private static boolean givesAid(DecisionRecorded decision) {
        return decision.getAid().stream().anyMatch(aid -> aid.getAid().signum() > 0);
    }
}
