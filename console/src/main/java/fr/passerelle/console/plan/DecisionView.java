package fr.passerelle.console.plan;

import fr.passerelle.console.reading.DecisionTable.RecordedDecision;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.event.AideNotifiee;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.sheets.french.Codes;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A decision in words: the name of what it is about, the seat or future that it says, the euros it notified in all, if any. */
public record DecisionView(
        RecordedDecision recorded,
        String about,
        @Nullable String said,
        @Nullable BigDecimal aid) {

    /** Of one that was recorded. */
    public static DecisionView of(RecordedDecision recorded, PublishedResults published) {
        DecisionRecorded decision = recorded.decision();
        return new DecisionView(
                recorded, named(decision.getSubject(), published), said(decision, published), aid(decision));
    }

    private static @Nullable String said(DecisionRecorded decision, PublishedResults published) {
        if (decision.getConversion() != null) {
            return Codes.outcome(decision.getConversion());
        }
        return decision.getSeat() == null ? null : named(decision.getSeat(), published);
    }

    /** What people call an EPCI, a room or a site that a decision names. */
    static String named(String subject, PublishedResults published) {
        String id = subject.substring(subject.indexOf(':') + 1);
        if (subject.startsWith("epci:")) {
            return published.epciName(id);
        }
        return published.sites().containsKey(id) ? published.sites().get(id).getName() : published.roomName(id);
    }

    private static @Nullable BigDecimal aid(DecisionRecorded decision) {
        return decision.getAid().stream()
                .map(AideNotifiee::getAid)
                .reduce(BigDecimal::add)
                .orElse(null);
    }
}
