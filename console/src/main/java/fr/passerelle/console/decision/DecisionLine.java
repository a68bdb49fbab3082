package fr.passerelle.console.decision;

import fr.passerelle.console.page.KnownPages;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.decision.RecordedDecision;
import fr.passerelle.schemas.event.AideNotifiee;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.texts.Codes;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A decision in the list.
 *
 * @param path of the page of what it is about; null where it has none any more
 * @param nature in French
 * @param what seat or conversion that was notified, in French; null where none was
 * @param aid that was notified in all, euros; null where none was
 */
record DecisionLine(
        long no,
        String name,
        @Nullable String path,
        String epciName,
        String nature,
        String act,
        LocalDate decidedOn,
        String organ,
        String role,
        String account,
        String motive,
        @Nullable String what,
        @Nullable BigDecimal aid,
        boolean carried) {

    static DecisionLine of(RecordedDecision kept, PublishedResults published, PageTexts wording) {
        DecisionRecorded decision = kept.decision();
        boolean room = decision.getSubject().startsWith("room:");
        String id = bare(decision.getSubject());
        return new DecisionLine(
                kept.no(),
                room ? published.roomName(id) : published.epciName(id),
                new KnownPages(published).of(id),
                published.epciName(decision.getEpci()),
                wording.word("decisions.nature", decision.getKind().name()),
                decision.getAct(),
                decision.getDecidedOn(),
                decision.getOrgan(),
                decision.getRole(),
                decision.getAccount(),
                decision.getMotive(),
                what(decision, published),
                aid(decision),
                kept.carried());
    }

    private static @Nullable String what(DecisionRecorded decision, PublishedResults published) {
        if (decision.getConversion() != null) {
            return Codes.outcome(decision.getConversion());
        }
        return decision.getSeat() == null ? null : place(bare(decision.getSeat()), published);
    }

    private static String place(String id, PublishedResults published) {
        var site = published.sites().get(id);
        return site == null ? published.roomName(id) : site.getName();
    }

    private static @Nullable BigDecimal aid(DecisionRecorded decision) {
        return decision.getAid().stream()
                .map(AideNotifiee::getAid)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private static String bare(String subject) {
        return subject.substring(subject.indexOf(':') + 1);
    }
}
