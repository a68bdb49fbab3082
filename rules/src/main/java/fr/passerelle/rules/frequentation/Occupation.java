package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.trace.Steps.number;
import static fr.passerelle.rules.trace.Steps.whole;

import fr.passerelle.schemas.bareme.JeuDeRegles.Fenetre;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Person-hours ÷ hours that the workstations were there for, by session, or by timetable where no session hours are counted. */
final class Occupation {

    private static final long HUNDREDTHS = 100;
    private static final long DAYS_A_WEEK = 7;

    private Occupation() {}

    static IndicatorOutcome measure(RoomWindow room, Fenetre fenetre) {
        int workstations = known(room.room().getWorkstations());
        if (workstations == 0) {
            return Basis.of(List.of(), workstations(room)).unavailable(Unavailability.SANS_POSTES);
        }
        long sessionHours = together(room, Measure.SESSION_HOURS, Measure.PERSON_HOURS);
        return sessionHours > 0 ? bySession(room, workstations, sessionHours) : byTimetable(room, workstations);
    }

    private static IndicatorOutcome bySession(RoomWindow room, int workstations, long sessionHours) {
        BigDecimal personHours = Decimals.hours(together(room, Measure.PERSON_HOURS, Measure.SESSION_HOURS));
        List<MonthFigures> counted = room.observed().stream()
                .filter(month -> month.countsTogether(Measure.PERSON_HOURS, Measure.SESSION_HOURS))
                .toList();
        return Basis.of(counted, personHours(personHours), workstations(room), sessionHours(sessionHours))
                .ratio(personHours, Decimals.hours(workstations * sessionHours));
    }

    private static long together(RoomWindow room, Measure measure, Measure other) {
        return room.observed().stream()
                .mapToLong(month -> month.totalWhereCounted(measure, other))
                .sum();
    }

    private static IndicatorOutcome byTimetable(RoomWindow room, int workstations) {
        List<MonthFigures> counted = room.observed().stream()
                .filter(month -> month.counts(Measure.PERSON_HOURS))
                .toList();
        long days = counted.stream().mapToLong(MonthFigures::openDays).sum();
        BigDecimal personHours = Decimals.hours(RoomWindow.total(counted, Measure.PERSON_HOURS));
        Basis basis = Basis.of(
                counted,
                personHours(personHours),
                workstations(room),
                sessionHours(0),
                number("heures_hebdomadaires", Decimals.hours(weeklyHours(room.room())), Unite.HEURES),
                whole("jours_ouverts", days, Unite.JOURS),
                whole("jours_par_semaine", DAYS_A_WEEK, Unite.JOURS));
        long hours = workstations * weeklyHours(room.room()) * days;
        return hours == 0
                ? basis.unavailable(Unavailability.SANS_HEURES)
                : basis.ratio(personHours, Decimals.divide(hours, HUNDREDTHS * DAYS_A_WEEK))
                        .flagged(Flag.DECLARED_HOURS);
    }

    private static Operande personHours(BigDecimal hours) {
        return number("heures_personne", hours, Unite.HEURES_PERSONNE);
    }

    private static Operande workstations(RoomWindow room) {
        Integer workstations = room.room().getWorkstations();
        return number("postes", workstations == null ? null : Decimals.of(workstations), Unite.POSTES);
    }

    private static Operande sessionHours(long hundredths) {
        return number("heures_seances", Decimals.hours(hundredths), Unite.HEURES);
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
