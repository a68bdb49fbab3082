package fr.passerelle.calendar.rule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An étape that asks for sessions.
 *
 * @param point where it is; its key is the subject that the proposals give the host
 * @param epci SIREN of the EPCI that answers for it
 * @param rooms rooms whose sessions it hosts, by id
 * @param asked sessions in a cycle, from 0
 * @param closures days on which it is closed whatever its week says
 * @param capacity people that it can seat; null where unknown
 * @param inHolidays whether it has sessions in the school holidays
 */
public record TourStop(
        TourPoint point,
        String epci,
        String name,
        List<String> rooms,
        int asked,
        OpenWeek hours,
        List<DateSpan> closures,
        @Nullable Integer capacity,
        boolean inHolidays) {

    /** The stable order: by EPCI, then subject. */
    public static final Comparator<TourStop> ORDER =
            Comparator.comparing(TourStop::epci).thenComparing(TourStop::key);

    /** Its subject. */
    public String key() {
        return point.key();
    }

    /** Whether a session could be held there, as far as its hours and closures go. */
    public boolean isOpen(LocalDate date, MinuteSpan session) {
        return !DateSpan.any(closures, date) && hours.isOpen(date.getDayOfWeek(), session);
    }

    /** The same place with other hours and no closure. */
    public TourStop with(OpenWeek others) {
        return new TourStop(point, epci, name, rooms, asked, others, List.of(), capacity, inHolidays);
    }
}
