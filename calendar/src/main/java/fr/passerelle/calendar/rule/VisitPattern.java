package fr.passerelle.calendar.rule;

import fr.passerelle.schemas.event.Rythme;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/**
 * When a visit comes back: half of a day of the week, in some weeks of the cycle.
 *
 * @param weeks from 1 to 4, in order
 */
public record VisitPattern(WorkHalf when, List<Integer> weeks) {

    private static final List<Integer> EVERY = List.of(1, 2, 3, 4);

    /** All those of a rhythm in a half of a day, in order. */
    public static List<VisitPattern> of(Rythme rythme, WorkHalf when) {
        return weeks(rythme).map(weeks -> new VisitPattern(when, weeks)).toList();
    }

    /** Its days in the cycle of a Monday. */
    public List<LocalDate> days(LocalDate cycle) {
        return weeks.stream()
                .map(week -> cycle.plusWeeks(week - 1).with(TemporalAdjusters.nextOrSame(when.day())))
                .toList();
    }

    private static Stream<List<Integer>> weeks(Rythme rythme) {
        return switch (rythme) {
            case HEBDOMADAIRE -> Stream.of(EVERY);
            case UNE_SEMAINE_SUR_DEUX -> Stream.of(List.of(1, 3), List.of(2, 4));
            case UNE_SEMAINE_SUR_QUATRE -> EVERY.stream().map(List::of);
        };
    }
}
