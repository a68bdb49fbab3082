package fr.passerelle.calendar.rule;

import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.JourOuvrable;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Half of a day of each week. */
public record WorkHalf(JourOuvrable jour, DemiJournee half) implements Comparable<WorkHalf> {

    private static final Comparator<WorkHalf> ORDER =
            Comparator.comparing(WorkHalf::jour).thenComparing(WorkHalf::half);

    private static final List<WorkHalf> ALL = Stream.of(JourOuvrable.values())
            .flatMap(jour -> Stream.of(DemiJournee.values()).map(half -> new WorkHalf(jour, half)))
            .toList();

    /** Those of a week, in order. */
    public static List<WorkHalf> all() {
        return ALL;
    }

    /** That of a day; no half of a Sunday exists. */
    public static WorkHalf of(DayOfWeek day, DemiJournee half) {
        return new WorkHalf(List.of(JourOuvrable.values()).get(day.getValue() - 1), half);
    }

    /** The day. */
    public DayOfWeek day() {
        return switch (jour) {
            case LUNDI -> DayOfWeek.MONDAY;
            case MARDI -> DayOfWeek.TUESDAY;
            case MERCREDI -> DayOfWeek.WEDNESDAY;
            case JEUDI -> DayOfWeek.THURSDAY;
            case VENDREDI -> DayOfWeek.FRIDAY;
            case SAMEDI -> DayOfWeek.SATURDAY;
        };
    }

    /** As a file of animateurs writes it, such as {@code LUNDI_MATIN}. */
    public String code() {
        return jour + "_" + half;
    }

    @Override
    public int compareTo(WorkHalf other) {
        return ORDER.compare(this, other);
    }
}
