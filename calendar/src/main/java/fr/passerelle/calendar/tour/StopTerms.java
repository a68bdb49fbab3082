package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.DateSpan;
import fr.passerelle.calendar.rule.OpenWeek;
import fr.passerelle.schemas.event.VacancesScolaires;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people told of a place that has sessions.
 *
 * @param hours null where nobody told them
 * @param closures days on which it is closed whatever its week says
 * @param capacity people that it can seat; null where nobody told it
 * @param holidays what it does in the school holidays; null where its EPCI decides
 */
public record StopTerms(
        @Nullable OpenWeek hours,
        List<DateSpan> closures,
        @Nullable Integer capacity,
        @Nullable VacancesScolaires holidays) {

    /** Of a place of which nobody told anything. */
    static final StopTerms NONE = new StopTerms(null, List.of(), null, null);
}
