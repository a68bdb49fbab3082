package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Records.closure;
import static fr.passerelle.rules.frequentation.Records.counts;
import static fr.passerelle.rules.frequentation.Records.month;
import static fr.passerelle.rules.frequentation.Records.nothing;
import static fr.passerelle.rules.frequentation.Records.of;
import static fr.passerelle.rules.frequentation.Records.record;
import static fr.passerelle.rules.frequentation.Records.register;
import static fr.passerelle.rules.frequentation.Records.session;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.ReportedLine;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinestGrainTest {

    private static final Window WINDOW = new Window(YearMonth.of(2017, 10), 24);

    @Test
    void sumsTheSessionsOfAMonth() {
        assertThat(presences(session("2017-03-07", 5), session("2017-03-07", 6), session("2017-03-21", 7)))
                .containsExactly(18L);
    }

    @Test
    void sumsTheActivitiesOfAMonth() {
        assertThat(presences(month("2017-03", 10), of("ACCES LIBRE", month("2017-03", 4))))
                .containsExactly(14L);
    }

    @Test
    void makesAMonthRowAControlByOneSessionOfItsActivityOnly() {
        assertThat(presences(month("2017-03", 40), session("2017-03-07", 5), of("ACCES LIBRE", month("2017-03", 4))))
                .containsExactly(9L);
    }

    @Test
    void makesADayRowAControlByASessionOfThatDayOnly() {
        assertThat(presences(
                        record(Grain.JOUR, "2017-03-07", "2017-03-07", 40),
                        record(Grain.JOUR, "2017-03-08", "2017-03-08", 3),
                        session("2017-03-07", 5)))
                .containsExactly(8L);
    }

    @Test
    void makesAMonthRowAControlByAWeekWithin() {
        assertThat(presences(month("2017-03", 40), record(Grain.SEMAINE, "2017-03-06", "2017-03-12", 8)))
                .containsExactly(8L);
    }

    @Test
    void makesAMonthRowAControlByAWeekThatBeginsWithIt() {
        assertThat(presences(month("2017-02", 40), record(Grain.PERIODE, "2017-02-01", "2017-02-07", 8)))
                .containsExactly(8L);
    }

    @Test
    void spreadsASessionOfSeveralDaysLikeAnyLongerRecord() {
        assertThat(presences(record(Grain.SEANCE, "2017-02-28", "2017-03-02", 9)))
                .containsExactly(3L, 6L);
    }

    @Test
    void prefersTheFinerGrainOfTwoOverTheSameDays() {
        assertThat(presences(month("2017-03", 40), record(Grain.PERIODE, "2017-03-01", "2017-03-31", 41)))
                .containsExactly(40L);
    }

    @Test
    void sumsTwoRecordsOfTheSameGrainOverTheSameDays() {
        assertThat(presences(month("2017-03", 40), month("2017-03", 2))).containsExactly(42L);
    }

    @Test
    void spreadsAQuarterOverItsOpenDays() {
        assertThat(presences(record(Grain.TRIMESTRE, "2017-01-01", "2017-03-31", 100)))
                .containsExactly(35L, 31L, 34L);
        assertThat(presences(
                        record(Grain.TRIMESTRE, "2017-01-01", "2017-03-31", 62), closure("2017-02-01", "2017-02-28")))
                .containsExactly(31L, 31L);
    }

    @Test
    void makesOnlyThatMonthOfAQuarterAControlThatHoldsAFinerRecord() {
        assertThat(presences(record(Grain.TRIMESTRE, "2017-01-01", "2017-03-31", 100), month("2017-02", 3)))
                .containsExactly(35L, 3L, 34L);
        assertThat(presences(record(Grain.TRIMESTRE, "2017-01-01", "2017-03-31", 100), session("2017-02-08", 3)))
                .containsExactly(35L, 3L, 34L);
    }

    @Test
    void keepsInTheWindowTheShareOfARecordThatBeginsBefore() {
        assertThat(presences(record(Grain.TRIMESTRE, "2015-09-01", "2015-11-30", 91)))
                .containsExactly(30L);
    }

    @Test
    void leavesMissingAMonthThatARecordCoversOnClosedDaysOnly() {
        List<MonthFigures> months =
                months(record(Grain.PERIODE, "2017-01-15", "2017-02-28", 28), closure("2017-01-15", "2017-01-31"));

        assertThat(observed(months)).containsExactly(28L);
        assertThat(months).filteredOn(MonthFigures::isMissing).hasSize(23);
    }

    @Test
    void makesNothingAControlByASessionThatCountsOnlyWhoRegistered() {
        AttendanceCounts registered = nothing();
        registered.setRegistered(3);

        assertThat(presences(month("2017-03", 40), record(Grain.SEANCE, "2017-03-07", "2017-03-07", registered)))
                .containsExactly(40L);
    }

    @Test
    void spreadsOverItsDaysARecordThatContradictsAClosure() {
        List<MonthFigures> months =
                months(record(Grain.SEMAINE, "2017-03-27", "2017-04-02", 7), closure("2017-03-27", "2017-04-02"));

        assertThat(observed(months)).containsExactly(5L, 2L);
    }

    @Test
    void ignoresTheRecordsOfAClosedMonth() {
        assertThat(presences(month("2017-08", 9), closure("2017-08-01", "2017-08-31")))
                .isEmpty();
    }

    @Test
    void ignoresRecordsOutsideTheWindow() {
        assertThat(presences(
                        month("2015-10", 9), month("2017-11", 9), session("2015-10-31", 9), session("2017-11-01", 9)))
                .isEmpty();
    }

    @Test
    void readsAZeroAsObservedAndAnEmptyCellAsMissing() {
        List<MonthFigures> months = months(month("2017-03", 0), month("2017-04", nothing()));

        assertThat(months).filteredOn(MonthFigures::isObserved).hasSize(1);
        assertThat(months).filteredOn(MonthFigures::isMissing).hasSize(23);
    }

    @Test
    void doesNotObserveMonthsByAYearlyCountOfPeople() {
        assertThat(months(Records.year(2016, 60))).noneMatch(MonthFigures::isObserved);
    }

    @Test
    void marksTheMonthsThatASpreadRecordStandsIn() {
        assertThat(months(record(Grain.TRIMESTRE, "2017-01-01", "2017-03-31", 100), session("2017-02-08", 3)))
                .filteredOn(MonthFigures::isSpread)
                .extracting(month -> month.month().toString())
                .containsExactly("2017-01", "2017-03");
    }

    @Test
    void pairsHoursByActivity() {
        MonthFigures march = months(month("2017-03", counts(4, 1000, 2000)), of("ACCES LIBRE", month("2017-03", 4)))
                .get(16);

        assertThat(march.totalWhereCounted(Measure.PERSON_HOURS, Measure.SESSION_HOURS))
                .isEqualTo(2000);
        assertThat(march.totalWhereCounted(Measure.PRESENCES, Measure.SESSION_HOURS))
                .isEqualTo(4);
    }

    private static List<Long> presences(ReportedLine... records) {
        return observed(months(records));
    }

    private static List<Long> observed(List<MonthFigures> months) {
        return months.stream()
                .filter(MonthFigures::isObserved)
                .map(month -> month.total(Measure.PRESENCES))
                .toList();
    }

    private static List<MonthFigures> months(ReportedLine... records) {
        RoomRegister register = register(records);
        return FinestGrain.months(register, new OpenDays(Rooms.alwaysOpen(), register.closures()), WINDOW);
    }
}
