package fr.passerelle.batch.attendance;

import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.schemas.table.Activity;
import fr.passerelle.schemas.table.ObservedZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a register says of its room, with counts as plain integers so that a file of them costs little;
 * {@link #NOT_COUNTED} stands for null. Two are equal where they say the same.
 *
 * @param register that its id belongs to, empty for the region's own, as the id is for none
 * @param start first day, in days since 1970-01-01; the end is the last one, included
 */
record Attendance(
        String register,
        String id,
        int start,
        int end,
        Grain grain,
        String activity,
        Etat etat,
        int sessions,
        int sessionHours,
        int presences,
        int personHours,
        int registered,
        int distinctPeople,
        int scolaires) {

    /** Null, which is not zero. */
    public static final int NOT_COUNTED = -1;

    /** By what they say of their period: 0 of two that say the same of it. */
    static final Comparator<Attendance> BY_COUNTS = Comparator.comparing(
                    (Attendance line) -> line.etat().name())
            .thenComparingInt(Attendance::sessions)
            .thenComparingInt(Attendance::sessionHours)
            .thenComparingInt(Attendance::presences)
            .thenComparingInt(Attendance::personHours)
            .thenComparingInt(Attendance::registered)
            .thenComparingInt(Attendance::distinctPeople)
            .thenComparingInt(Attendance::scolaires);

    /** Whether it is of a period, be it a day: of sessions there are several a day. */
    public boolean isPeriod() {
        return grain != Grain.SEANCE;
    }

    /** Whether it is what a file says by having no line of a month that it covers. */
    public boolean isObservedZero() {
        return ObservedZero.isId(id);
    }

    /** Whether it is of an activity that has no code: two of one period are of two activities, and add up. */
    public boolean isOther() {
        return activity.equals(Activity.OTHER);
    }

    /** Whether it is of one day, which no other period crosses. */
    public boolean isDay() {
        return start == end;
    }

    /** Whether its period may overlap another without one containing the other. */
    public boolean mayStraddle() {
        return grain == Grain.SEMAINE || grain == Grain.PERIODE;
    }

    /** Whether it is of an open room and counts some of what adds up. */
    public boolean addsUp() {
        return etat == Etat.OUVERT
                && Stream.of(CountColumn.values()).anyMatch(column -> column.of(this) != NOT_COUNTED);
    }

    /** As a line of its month: of a file, by its place among those of the month, and at a line of it; 0 for none. */
    public ReportedLine line(int file, long at) {
        return new ReportedLine(
                id.isEmpty() || register.isEmpty() ? null : register,
                id.isEmpty() ? null : id,
                LocalDate.ofEpochDay(start),
                LocalDate.ofEpochDay(end),
                grain,
                activity,
                new AttendanceCounts(
                        etat,
                        count(sessions),
                        count(sessionHours),
                        count(presences),
                        count(personHours),
                        count(registered),
                        count(distinctPeople),
                        count(scolaires)),
                file,
                at);
    }

    private static @Nullable Integer count(int value) {
        return value == NOT_COUNTED ? null : Integer.valueOf(value);
    }

    /** The columns of counts that add up from finer lines to longer ones; people who come twice do not. */
    public enum CountColumn {
        SEANCES("seances", 0, Attendance::sessions),
        HEURES_SEANCES("heures_seances", 2, Attendance::sessionHours),
        PRESENCES("presences", 0, Attendance::presences),
        HEURES_PERSONNES("heures_personnes", 2, Attendance::personHours),
        SCOLAIRES("scolaires", 0, Attendance::scolaires);

        private final String title;
        private final int places;
        private final ToIntFunction<Attendance> count;

        CountColumn(String title, int places, ToIntFunction<Attendance> count) {
            this.title = title;
            this.places = places;
            this.count = count;
        }

        /** Its name in the Table Schema. */
        public String title() {
            return title;
        }

        /** In units of the last decimal place, {@link Attendance#NOT_COUNTED} for none. */
        public int of(Attendance value) {
            return count.applyAsInt(value);
        }

        /** Such a sum as people write it. */
        public BigDecimal number(long sum) {
            return BigDecimal.valueOf(sum, places);
        }

        /** How far so many rounded numbers may be from their sum. */
        public long tolerance(int numbers) {
            return places == 0 ? 0 : numbers;
        }
    }
}
