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
        Map<String, LogDecision> latest = latest(siren, decisions);
        LogDecision own = latest.get(siren);
        return new Notifications(latest.values().stream()
                .filter(logDecision -> logDecision.kind() == DecisionKind.NOTIFIED && !logDecision.isReplacedBy(own))
                .sorted(LogDecision.BY_DATE)
                .map(logDecision -> new Notification(logDecision.decision(), logDecision.party()))
                .toList());
    }

    private static Map<String, LogDecision> latest(String siren, List<DecisionRecorded> decisions) {
        Map<String, LogDecision> latest = new TreeMap<>();
        for (int i = 0; i < decisions.size(); i++) {
            LogDecision logDecision = new LogDecision(decisions.get(i), party(siren, decisions.get(i)), i);
            if (logDecision.settles()) {
                latest.merge(logDecision.party(), logDecision, (a, b) -> LogDecision.BY_DATE.compare(a, b) > 0 ? a : b);
            }
        }
        return latest;
    }

    private static String party(String siren, DecisionRecorded decision) {
        return Objects.requireNonNullElse(decision.getNotifiedEpci(), siren);
    }
}
