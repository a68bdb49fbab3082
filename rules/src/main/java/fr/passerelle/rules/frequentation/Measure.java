package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.AttendanceCounts;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a record may count, each with its place in the bytes of a register: a new one takes the next. */
enum Measure {
    SESSIONS(0, AttendanceCounts::getSessions),
    SESSION_HOURS(1, AttendanceCounts::getSessionHoursHundredths),
    PRESENCES(2, AttendanceCounts::getPresences),
    PERSON_HOURS(3, AttendanceCounts::getPersonHoursHundredths),
    SCOLAIRES(4, AttendanceCounts::getScolaires),
    REGISTERED(5, AttendanceCounts::getRegistered),
    DISTINCT_PEOPLE(6, AttendanceCounts::getDistinctPeople),
    /** Presences of a record that counts no person-hours. */
    PRESENCES_WITHOUT_HOURS(7, counts -> counts.getPersonHoursHundredths() == null ? counts.getPresences() : null);

    private final int place;
    private final Function<AttendanceCounts, @Nullable Integer> reader;

    Measure(int place, Function<AttendanceCounts, @Nullable Integer> reader) {
        this.place = place;
        this.reader = reader;
    }

    /** From 0, without a gap; it never changes. */
    int place() {
        return place;
    }

    /** What the record counts; null where it does not count this. */
    @Nullable
    Integer of(AttendanceCounts counts) {
        return reader.apply(counts);
    }

    /** Whether it says that something took place; people registered and distinct people say who, not when. */
    boolean isAttendance() {
        return this != REGISTERED && this != DISTINCT_PEOPLE;
    }
}
