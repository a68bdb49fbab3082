package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles.Fenetre;
import fr.passerelle.schemas.event.RoomInventoried;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Person-hours ÷ hours that the workstations were there for, by session, or by timetable where no session hours are counted. */
final class Occupation {

    private static final long HUNDREDTHS_AND_DAYS_A_WEEK = 700;

    private Occupation() {}

    static Outcome measure(RoomWindow room, Fenetre fenetre) {
        int workstations = known(room.room().getWorkstations());
        if (workstations == 0) {
            return Outcome.unavailable(Unavailability.SANS_POSTES);
        }
        long sessionHours = together(room, Measure.SESSION_HOURS, Measure.PERSON_HOURS);
        return sessionHours > 0
                ? Outcome.ratio(
                        Decimals.hours(together(room, Measure.PERSON_HOURS, Measure.SESSION_HOURS)),
                        Decimals.hours(workstations * sessionHours))
                : byTimetable(room, workstations);
    }

    private static long together(RoomWindow room, Measure measure, Measure other) {
        return room.observed().stream()
                .mapToLong(month -> month.totalWhereCounted(measure, other))
                .sum();
    }

    private static Outcome byTimetable(RoomWindow room, int workstations) {
        List<MonthFigures> counted = room.observed().stream()
                .filter(month -> month.counts(Measure.PERSON_HOURS))
                .toList();
        long days = counted.stream().mapToLong(MonthFigures::openDays).sum();
        long hours = workstations * weeklyHours(room.room()) * days;
        if (hours == 0) {
            return Outcome.unavailable(Unavailability.SANS_HEURES);
        }
        BigDecimal personHours = Decimals.hours(RoomWindow.total(counted, Measure.PERSON_HOURS));
        return Outcome.ratio(personHours, Decimals.divide(hours, HUNDREDTHS_AND_DAYS_A_WEEK))
                .flagged(Flag.DECLARED_HOURS);
    }

    /** Hundredths of an hour: the real ones where known. */
    private static long weeklyHours(RoomInventoried room) {
        Integer real = room.getWeeklyHoursRealHundredths();
        return real == null ? known(room.getWeeklyHoursDeclaredHundredths()) : real;
    }

    private static int known(@Nullable Integer value) {
        return value == null ? 0 : value;
    }
}
