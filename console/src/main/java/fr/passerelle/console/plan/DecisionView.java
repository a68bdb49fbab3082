package fr.passerelle.console.plan;

import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.decision.RecordedDecision;
import fr.passerelle.schemas.event.AideNotifiee;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.texts.Codes;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A decision, in words.
 *
 * @param about what it is about
 * @param kind name of its kind, such as NOTIFIED
 * @param said seat or future of the room; empty where the act names none
 * @param aid euros notified in all; null where none was
 * @param motive without anybody's name
 * @param carried whether what is published takes it into account
 */
public record DecisionView(
        String about,
        String kind,
        String act,
        LocalDate on,
        String organ,
        String said,
        @Nullable BigDecimal aid,
        String motive,
        boolean carried) {

    /** Of one that was recorded. */
    public static DecisionView of(RecordedDecision recorded, PublishedResults published) {
        DecisionRecorded decision = recorded.decision();
        return new DecisionView(
                named(decision.getSubject(), published),
                decision.getKind().name(),
                decision.getAct(),
                decision.getDecidedOn(),
                decision.getOrgan(),
                said(decision, published),
                aid(decision),
                decision.getMotive(),
                recorded.carried());
    }

    private static String said(DecisionRecorded decision, PublishedResults published) {
        if (decision.getConversion() != null) {
            return Codes.outcome(decision.getConversion());
        }
        return decision.getSeat() == null ? "" : named(decision.getSeat(), published);
    }

    private static String named(String subject, PublishedResults published) {
        String id = subject.substring(subject.indexOf(':') + 1);
        if (subject.startsWith("epci:")) {
            return published.epciName(id);
        }
        return published.sites().containsKey(id) ? published.sites().get(id).getName() : published.roomName(id);
    }

    private static @Nullable BigDecimal aid(DecisionRecorded decision) {
        return decision.getAid().isEmpty()
                ? null
                : decision.getAid().stream().map(AideNotifiee::getAid).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
