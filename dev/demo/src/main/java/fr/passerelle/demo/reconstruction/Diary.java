package fr.passerelle.demo.reconstruction;

import fr.passerelle.demo.reconstruction.Register.Counts;
import fr.passerelle.demo.reconstruction.Room.Trait;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one room writes down, month after month, in its own way. */
final class Diary {

    private static final List<String> ACTIVITIES =
            List.of("INITIATION", "ACCES_LIBRE", "ATELIER", "DEMARCHES", "EMPLOI", "IMAGE");

    /** ISO weekdays, mornings and afternoons. */
    private static final List<Integer> HALF_DAYS = List.of(1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5);

    private static final double WEEKS_A_MONTH = 52.0 / 12;
    private static final int MOST_A_SESSION = 12;
    private static final int SAMPLE_FLOOR = 30;
    private static final double WITH_YEARLY_COUNT = 0.6;

    private final Room room;
    private final ExpectedAttendance attendance;
    private final Register register;
    private final List<String> activities;
    private final List<Integer> weekdays;
    private final int sessionQuarters;
    private final Map<Integer, Integer> presencesByYear = new HashMap<>();
    private Counts sample = Counts.ZERO;
    private Counts quarter = Counts.ZERO;

    Diary(Room room, ExpectedAttendance attendance, Register register) {
        this.room = room;
        this.attendance = attendance;
        this.register = register;
        Dice dice = room.dice("habits");
        this.activities = dice.shuffled(ACTIVITIES).subList(0, 3);
        this.weekdays = dice.shuffled(HALF_DAYS).subList(0, sessionsAWeek(dice.between(1.6, 5.2)));
        this.sessionQuarters = dice.pick(List.of(8, 8, 10, 12));
    }

    void write(YearMonth month) {
        switch (Silence.in(room, month)) {
            case HEARD -> writeCounts(month);
            case ZERO -> register.month(room, month, Register.ALL, Counts.ZERO);
            case CLOSED -> writeClosing(month);
            case MISSING -> writeBlank(month);
            case OUTSIDE -> {}
        }
        if (month.getMonth() == Month.DECEMBER && room.dice("yearly").chance(WITH_YEARLY_COUNT)) {
            writePeople(month.getYear());
        }
    }

    private void writeCounts(YearMonth month) {
        switch (room.trait()) {
            case MONTHLY -> writeMonth(month, aMonth(month, attendance.expected(room, month)));
            case COPIED_SAMPLE -> writeSample(month);
            case WEEKLY -> writeWeeks(month);
            case QUARTERLY -> writeQuarter(month);
            default -> writeSessions(month);
        }
    }

    private void writeMonth(YearMonth month, Counts tally) {
        register.month(room, month, activities.get(0), counted(month, tally));
    }

    private void writeSample(YearMonth month) {
        boolean firstOfQuarter = month.getMonthValue() % 3 == 1;
        if (firstOfQuarter || sample.equals(Counts.ZERO)) {
            sample = aMonth(month, Math.max(SAMPLE_FLOOR + 10, attendance.expected(room, month)));
        }
        writeMonth(month, sample);
    }

    /** Weeks that begin in the month, but none that ends after the last month of the reconstruction. */
    private void writeWeeks(YearMonth month) {
        LocalDate monday = month.atDay(1).with(TemporalAdjusters.nextOrSame(java.time.DayOfWeek.MONDAY));
        for (; YearMonth.from(monday).equals(month); monday = monday.plusWeeks(1)) {
            LocalDate sunday = monday.plusDays(6);
            if (!sunday.isAfter(ExpectedAttendance.LAST.atEndOfMonth())) {
                Counts tally = sessions(
                        room.dice("week/" + monday), weekdays.size(), attendance.expected(room, month) / WEEKS_A_MONTH);
                register.open(room, monday, sunday, "SEMAINE", activities.get(0), counted(month, tally));
            }
        }
    }

    /** A quarter is written in its last month, from the months of it that were counted. */
    private void writeQuarter(YearMonth month) {
        quarter = quarter.plus(aMonth(month, attendance.expected(room, month)));
        if (month.getMonthValue() % 3 == 0) {
            LocalDate from = month.minusMonths(2).atDay(1);
            register.open(room, from, month.atEndOfMonth(), "TRIMESTRE", activities.get(0), counted(month, quarter));
            quarter = Counts.ZERO;
        }
    }

    private void writeSessions(YearMonth month) {
        List<LocalDate> days = sessionDays(month);
        Dice dice = room.dice("sessions/" + month);
        Map<String, Counts> byActivity = new LinkedHashMap<>();
        for (LocalDate day : days) {
            String activity = activities.get(Math.min(2, dice.below(4)));
            Counts tally = sessions(dice, 1, attendance.expected(room, month) / days.size());
            register.session(room, day, activity, counted(month, tally));
            byActivity.merge(activity, tally, Counts::plus);
        }
        writeSchools(month, days, dice);
        writeControls(month, byActivity);
    }

    private void writeSchools(YearMonth month, List<LocalDate> days, Dice dice) {
        boolean term = month.getMonth() != Month.JULY && month.getMonth() != Month.AUGUST;
        if (room.trait() == Trait.SCHOOL_HEAVY && term) {
            for (LocalDate day : days) {
                Counts pupils = new Counts(1, null, null, null, null, null, 6 + dice.below(14));
                register.session(room, day, "ACCUEIL_SCOLAIRE", pupils);
            }
        }
    }

    /** Lines that repeat what the sessions already say: totals, and a second entry by month. */
    private void writeControls(YearMonth month, Map<String, Counts> byActivity) {
        if (room.trait() == Trait.TOTAL_LINES) {
            register.month(room, month, "TOTAL", byActivity.values().stream().reduce(Counts.ZERO, Counts::plus));
        }
        if (room.trait() == Trait.DOUBLE_ENTRY && month.getYear() == 2016) {
            byActivity.forEach((activity, tally) -> register.month(room, month, activity, tally));
        }
    }

    /** A register kept by month keeps the row of a month that nobody counted, and leaves its cells empty. */
    private void writeBlank(YearMonth month) {
        if (room.trait() == Trait.MONTHLY) {
            writeMonth(month, Counts.NOTHING);
        }
    }

    private void writeClosing(YearMonth month) {
        if (!Silence.duringWorks(room, month)) {
            register.closedMonth(room, month);
        } else if (month.equals(Silence.worksFrom(room))) {
            register.closed(room, month.atDay(1), Silence.worksTo(room).atEndOfMonth());
        }
    }

    private void writePeople(int year) {
        int presences = presencesByYear.getOrDefault(year, 0);
        Dice dice = room.dice("people/" + year);
        double share = room.dice("people").between(0.16, 0.42) * dice.skewed(0.08);
        int distinct = (int) StrictMath.round(presences * share);
        if (distinct > 0) {
            int registered = distinct + dice.below(1 + distinct / 5);
            Counts people = new Counts(null, null, null, null, registered, distinct, null);
            register.open(room, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), "ANNEE", Register.ALL, people);
        }
    }

    private Counts aMonth(YearMonth month, double presences) {
        int sessions = (int) StrictMath.round(weekdays.size() * WEEKS_A_MONTH);
        return sessions(room.dice("month/" + month), sessions, presences);
    }

    /** Some sessions together: who came, and how long they stayed (part of a session, never more). */
    private Counts sessions(Dice dice, int sessions, double presences) {
        int came = dice.poisson(Math.min(presences, MOST_A_SESSION * (double) sessions));
        int stayed = (int) StrictMath.round(came * sessionQuarters * dice.between(0.4, 0.9));
        return Counts.of(sessions, sessions * sessionQuarters, came, stayed);
    }

    private Counts counted(YearMonth month, Counts tally) {
        presencesByYear.merge(month.getYear(), tally.presencesOrZero(), Integer::sum);
        return switch (room.trait()) {
            case NO_PERSON_HOURS -> tally.withoutPersonHours();
            case NO_SESSION_HOURS -> tally.withoutSessionHours();
            default -> tally;
        };
    }

    /** Days with a session, twice where there are two: the room's weekdays, without the last week of December and most of August. */
    private List<LocalDate> sessionDays(YearMonth month) {
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(date -> !holiday(date))
                .flatMap(date -> weekdays.stream()
                        .filter(day -> day == date.getDayOfWeek().getValue())
                        .map(day -> date))
                .toList();
    }

    private static boolean holiday(LocalDate date) {
        return date.getMonth() == Month.DECEMBER && date.getDayOfMonth() >= 24
                || date.getMonth() == Month.AUGUST && date.getDayOfMonth() <= 17;
    }

    private int sessionsAWeek(double presencesASession) {
        double sum = 0;
        int heard = 0;
        for (YearMonth month : ExpectedAttendance.MONTHS) {
            if (Silence.in(room, month) == Silence.Kind.HEARD) {
                sum += attendance.expected(room, month);
                heard++;
            }
        }
        double weekly = heard == 0 ? 0 : sum / heard / WEEKS_A_MONTH;
        return Math.clamp(StrictMath.round(weekly / presencesASession), 1, HALF_DAYS.size());
    }
}
