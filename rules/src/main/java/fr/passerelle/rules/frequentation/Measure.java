package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.AttendanceCounts;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a record may count. The order is that of the serialised form: new ones go to the end. */
enum Measure {
    SESSIONS(AttendanceCounts::getSessions),
    SESSION_HOURS(AttendanceCounts::getSessionHoursHundredths),
    PRESENCES(AttendanceCounts::getPresences),
    PERSON_HOURS(AttendanceCounts::getPersonHoursHundredths),
    SCOLAIRES(AttendanceCounts::getScolaires),
    REGISTERED(AttendanceCounts::getRegistered),
    DISTINCT_PEOPLE(AttendanceCounts::getDistinctPeople);

    private static final Measure[] ALL = values();

    private final Function<AttendanceCounts, @Nullable Integer> reader;

    Measure(Function<AttendanceCounts, @Nullable Integer> reader) {
        this.reader = reader;
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

    /** Whether a record says that something took place, be it zero. */
    static boolean isAttendance(AttendanceCounts counts) {
        for (Measure measure : ALL) {
            if (measure.isAttendance() && measure.of(counts) != null) {
                return true;
            }
        }
        return false;
    }
}
