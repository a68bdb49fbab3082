package fr.passerelle.rules.frequentation;

import fr.passerelle.rules.frequentation.MonthFormat.ByteReader;
import fr.passerelle.rules.frequentation.MonthFormat.ByteWriter;
import fr.passerelle.schemas.contract.AttendanceCodes;
import fr.passerelle.schemas.event.Grain;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a record covers: its days, the last one included, and an activity in upper case. */
record Period(LocalDate start, LocalDate end, Grain grain, String activity) implements Comparable<Period> {

    private static final Comparator<Period> ORDER = Comparator.comparing(Period::start)
            .thenComparing(Period::end)
            .thenComparing(Period::grain)
            .thenComparing(Period::activity);

    YearMonth firstMonth() {
        return YearMonth.from(start);
    }

    YearMonth lastMonth() {
        return YearMonth.from(end);
    }

    /** Every month that it touches, in order. */
    List<YearMonth> months() {
        return Stream.iterate(firstMonth(), month -> !month.isAfter(lastMonth()), month -> month.plusMonths(1))
                .toList();
    }

    boolean straddles() {
        return !firstMonth().equals(lastMonth());
    }

    boolean isOneSession() {
        return grain == Grain.SEANCE && start.equals(end);
    }

    /** Whether it has a day between these two, included. */
    boolean touches(LocalDate from, LocalDate to) {
        return !start.isAfter(to) && !end.isBefore(from);
    }

    /** Whether it lies within the other and says more: shorter, or as long and of a finer grain. */
    boolean isFinerThan(Period other) {
        return !start.isBefore(other.start)
                && !end.isAfter(other.end)
                && (!start.equals(other.start) || !end.equals(other.end) || grain.compareTo(other.grain) < 0);
    }

    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }

    void writeTo(ByteWriter out) {
        out.number(start.toEpochDay());
        out.number(end.toEpochDay() - start.toEpochDay());
        out.number(AttendanceCodes.of(grain));
        out.text(activity);
    }

    static Period readFrom(ByteReader in) {
        LocalDate start = LocalDate.ofEpochDay(in.number());
        LocalDate end = start.plusDays(in.number());
        return new Period(start, end, AttendanceCodes.grain(in.integer()), in.text());
    }
}
