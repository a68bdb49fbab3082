package fr.passerelle.calendar.rule;

import fr.passerelle.calendar.rule.Roads.TourPoint;
import fr.passerelle.calendar.rule.TourDates.DateSpan;
import fr.passerelle.calendar.rule.TourDates.MinuteSpan;
import fr.passerelle.schemas.bareme.Tournees;
import fr.passerelle.schemas.event.SourceHoraires;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    /** The same place with other closures, seats (null where unknown), and sessions in the school holidays or not. */
    public TourStop with(List<DateSpan> days, @Nullable Integer seats, boolean holidays) {
        return new TourStop(point, epci, name, rooms, asked, hours, days, seats, holidays);
    }

    /** The same place with other hours and no closure. */
    public TourStop with(OpenWeek others) {
        return new TourStop(point, epci, name, rooms, asked, others, List.of(), capacity, inHolidays);
    }

    /** The opening hours of an ordinary week: the spans of each day in order, none where it is closed. */
    public record OpenWeek(SourceHoraires source, Map<DayOfWeek, List<MinuteSpan>> spans) {

        /** Those that a barème supposes of a place that told none. */
        public static OpenWeek supposed(Tournees tournees) {
            return until(DayOfWeek.SATURDAY, new MinuteSpan(tournees.defaultOpen(), tournees.defaultClose()));
        }

        /** Open whenever anybody works: what if the hours of the place were no obstacle. */
        public static OpenWeek always(Tournees tournees) {
            return until(
                    DayOfWeek.SUNDAY,
                    new MinuteSpan(tournees.day().start(), tournees.day().end()));
        }

        private static OpenWeek until(DayOfWeek end, MinuteSpan open) {
            Map<DayOfWeek, List<MinuteSpan>> spans = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day = DayOfWeek.MONDAY; day != end; day = day.plus(1)) {
                spans.put(day, List.of(open));
            }
            return new OpenWeek(SourceHoraires.SUPPOSES, spans);
        }

        /** Whether a place is open from the first to the last minute of a span. */
        public boolean isOpen(DayOfWeek day, MinuteSpan span) {
            return spans.getOrDefault(day, List.of()).stream().anyMatch(open -> open.holds(span));
        }
    }
}
