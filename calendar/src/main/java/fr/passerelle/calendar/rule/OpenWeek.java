package fr.passerelle.calendar.rule;

import fr.passerelle.schemas.bareme.Tournees;
import fr.passerelle.schemas.event.SourceHoraires;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The opening hours of an ordinary week.
 *
 * @param source where they come from
 * @param spans of each day, in order; none where it is closed
 */
public record OpenWeek(SourceHoraires source, Map<DayOfWeek, List<MinuteSpan>> spans) {

    /** Those that a barème supposes of a place that told none. */
    public static OpenWeek supposed(Tournees tournees) {
        Map<DayOfWeek, List<MinuteSpan>> spans = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day = DayOfWeek.MONDAY; day != DayOfWeek.SATURDAY; day = day.plus(1)) {
            spans.put(day, List.of(new MinuteSpan(tournees.defaultOpen(), tournees.defaultClose())));
        }
        return new OpenWeek(SourceHoraires.SUPPOSES, spans);
    }

    /** Open whenever anybody works: what if the hours of the place were no obstacle. */
    public static OpenWeek always(Tournees tournees) {
        Map<DayOfWeek, List<MinuteSpan>> spans = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day = DayOfWeek.MONDAY; day != DayOfWeek.SUNDAY; day = day.plus(1)) {
            spans.put(
                    day,
                    List.of(new MinuteSpan(
                            tournees.day().start(), tournees.day().end())));
        }
        return new OpenWeek(SourceHoraires.SUPPOSES, spans);
    }

    /** Whether a place is open from the first to the last minute of a span. */
    public boolean isOpen(DayOfWeek day, MinuteSpan span) {
        return spans.getOrDefault(day, List.of()).stream().anyMatch(open -> open.holds(span));
    }
}
