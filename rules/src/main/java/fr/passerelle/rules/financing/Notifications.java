package fr.passerelle.rules.financing;

import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Which notifications of an EPCI stand (RULES 4.9), from the decisions on it in the order of the log. Of each party that was notified, the
 * latest act by date holds (by the log where dates are equal): a NOTIFIED stands, a REFUSED ends what was notified. ACCEPTED and
 * OBSERVATIONS answer a notification and leave it standing. A NOTIFIED or REFUSED of the EPCI as it is, made after those of another had
 * come with its communes and no earlier in date, takes their place: then people have decided, and nothing contradicts.
 */
record Notifications(List<Notification> standing) {

    static Notifications of(String siren, List<DecisionRecorded> decisions) {
        Map<String, Placed> latest = latest(siren, decisions);
        Placed own = latest.get(siren);
        return new Notifications(latest.values().stream()
                .filter(placed -> placed.kind() == DecisionKind.NOTIFIED && !placed.isReplacedBy(own))
                .sorted(Placed.BY_DATE)
                .map(placed -> new Notification(placed.decision(), placed.party()))
                .toList());
    }

    private static Map<String, Placed> latest(String siren, List<DecisionRecorded> decisions) {
        Map<String, Placed> latest = new TreeMap<>();
        for (int i = 0; i < decisions.size(); i++) {
            Placed placed = new Placed(decisions.get(i), party(siren, decisions.get(i)), i);
            if (placed.settles()) {
                latest.merge(placed.party(), placed, (a, b) -> Placed.BY_DATE.compare(a, b) > 0 ? a : b);
            }
        }
        return latest;
    }

    private static String party(String siren, DecisionRecorded decision) {
        return Objects.requireNonNullElse(decision.getNotifiedEpci(), siren);
    }
}
