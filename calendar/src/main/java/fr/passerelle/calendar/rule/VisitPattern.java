package fr.passerelle.calendar.rule;

import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.JourOuvrable;
import fr.passerelle.schemas.event.Rythme;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** When a visit comes back: half of a day of the week, in some weeks of the cycle, from 1 to 4 and in order. */
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

    /** The visits of so many sessions in a cycle, the most frequent first: 3 in four weeks are one week of two, and one week of four. */
    public static List<Rythme> rhythms(int sessions) {
        List<Rythme> visits = new ArrayList<>();
        int left = sessions;
        for (Rythme rythme : Rythme.values()) {
            visits.addAll(Collections.nCopies(left / times(rythme), rythme));
            left %= times(rythme);
        }
        return List.copyOf(visits);
    }

    static int times(Rythme rythme) {
        return weeks(rythme).findFirst().orElseThrow().size();
    }

    private static Stream<List<Integer>> weeks(Rythme rythme) {
        return switch (rythme) {
            case HEBDOMADAIRE -> Stream.of(EVERY);
            case UNE_SEMAINE_SUR_DEUX -> Stream.of(List.of(1, 3), List.of(2, 4));
            case UNE_SEMAINE_SUR_QUATRE -> EVERY.stream().map(List::of);
        };
    }

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
            return DayOfWeek.of(1 + List.of(JourOuvrable.values()).indexOf(jour));
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
}
