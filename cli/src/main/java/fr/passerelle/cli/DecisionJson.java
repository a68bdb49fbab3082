package fr.passerelle.cli;

import fr.passerelle.published.decision.KnownDecision;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision, for machines.
 *
 * @param no in the order in which they were recorded
 * @param subject room:ID or epci:SIREN
 * @param kind NOTIFIED, ACCEPTED, REFUSED or OBSERVATIONS
 * @param decidedOn YYYY-MM-DD
 * @param seat room:ID or site:ID; null where none was notified
 * @param conversion what the room that was notified becomes, TIERS_LIEU or ETAPE_NOMADE; else null
 * @param notifiedEpci EPCI that was notified, where its communes have passed to this one; else null
 * @param journalled whether it is on the log: else the next run carries it there
 */
record DecisionJson(
        long no,
        String subject,
        String epci,
        String kind,
        String organ,
        String act,
        String decidedOn,
        String motive,
        String role,
        String account,
        @Nullable String seat,
        List<Aid> aid,
        @Nullable String conversion,
        @Nullable String notifiedEpci,
        boolean journalled) {

    /** Euros on one line. */
    record Aid(String line, BigDecimal euros) {}

    static DecisionJson of(KnownDecision known) {
        DecisionRecorded decision = known.decision();
        return new DecisionJson(
                known.no(),
                decision.getSubject(),
                decision.getEpci(),
                decision.getKind().name(),
                decision.getOrgan(),
                decision.getAct(),
                decision.getDecidedOn().toString(),
                decision.getMotive(),
                decision.getRole(),
                decision.getAccount(),
                decision.getSeat(),
                decision.getAid().stream()
                        .map(aid -> new Aid(aid.getLine(), aid.getAid()))
                        .toList(),
                decision.getConversion(),
                decision.getNotifiedEpci(),
                known.journalled());
    }
}
