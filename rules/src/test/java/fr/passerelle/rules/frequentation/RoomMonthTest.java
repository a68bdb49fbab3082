package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Records.closure;
import static fr.passerelle.rules.frequentation.Records.month;
import static fr.passerelle.rules.frequentation.Records.presences;
import static fr.passerelle.rules.frequentation.Records.record;
import static fr.passerelle.rules.frequentation.Records.register;
import static fr.passerelle.rules.frequentation.Records.session;
import static fr.passerelle.schemas.event.FrequentationState.DONNEES_INSUFFISANTES;
import static fr.passerelle.schemas.event.FrequentationState.FERMEE;
import static fr.passerelle.schemas.event.FrequentationState.NOTEE;
import static fr.passerelle.schemas.event.Gestion.COMMUNALE_AUTONOME;
import static fr.passerelle.schemas.event.Gestion.REGION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.schemas.event.RoomInventoried;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomMonthTest {

    @Test
    void showsAGapAsAGapAndAClosureAsAClosure() {
        var months = months(month("2017-01", 12), closure("2017-03-01", "2017-03-31"), month("2017-04", 0));

        assertThat(months)
                .extracting(RoomMonth::month, RoomMonth::state, RoomMonth::presences)
                .containsExactly(
                        tuple(YearMonth.of(2017, 1), RoomMonth.State.OBSERVE, 12L),
                        tuple(YearMonth.of(2017, 2), RoomMonth.State.MANQUANT, null),
                        tuple(YearMonth.of(2017, 3), RoomMonth.State.FERME, null),
                        tuple(YearMonth.of(2017, 4), RoomMonth.State.OBSERVE, 0L));
    }

    @Test
    void letsTheFinestGrainWin() {
        var months = months(session("2017-04-03", 5), session("2017-04-10", 6), month("2017-04", 99));

        assertThat(months).singleElement().returns(11L, RoomMonth::presences);
    }

    @Test
    void marksWhatIsSpreadAndKeepsItsSum() {
        var months = months(record(Grain.TRIMESTRE, "2017-01-01", "2017-03-31", presences(100)));

        assertThat(months.subList(0, 3)).allMatch(RoomMonth::spread);
        assertThat(months.subList(0, 3).stream().mapToLong(RoomMonth::presences).sum())
                .isEqualTo(100);
        assertThat(months.get(3)).returns(false, RoomMonth::spread).returns(RoomMonth.State.MANQUANT, RoomMonth::state);
    }

    @Test
    void endsWithTheMonthAskedFor() {
        assertThat(months(month("2017-05", 3))).isEmpty();
        assertThat(months()).isEmpty();
    }

    private static List<RoomMonth> months(ReportedLine... records) {
        return RoomMonth.of(new RoomFacts(Rooms.alwaysOpen(), register(records)), YearMonth.of(2017, 4));
    }

    /** The stores of rooms hold these places: none may ever change. */
    @ParameterizedTest
    @CsvSource({
        "SESSIONS,0", "SESSION_HOURS,1", "PRESENCES,2",
        "PERSON_HOURS,3", "SCOLAIRES,4", "REGISTERED,5",
        "DISTINCT_PEOPLE,6"
    })
    void aMeasureKeepsItsPlace(Measure measure, int place) {
        assertThat(measure.place()).isEqualTo(place);
    }

    @Test
    void placesFollowEachOtherWithoutAGap() {
        int[] places = Arrays.stream(Measure.values())
                .mapToInt(Measure::place)
                .sorted()
                .toArray();

        assertThat(places).isEqualTo(IntStream.range(0, places.length).toArray());
    }

    private static final YearMonth MARCH = YearMonth.of(2017, 3);

    @Test
    void areAllDaysOfARoomWithoutDates() {
        assertThat(openDays(Rooms.alwaysOpen()).in(MARCH)).isEqualTo(31);
    }

    @Test
    void beginWithTheOpeningAndEndBeforeTheClosing() {
        assertThat(openDays(Rooms.openedOn("2017-03-31")).in(MARCH)).isEqualTo(1);
        assertThat(openDays(Rooms.openedOn("2017-04-01")).in(MARCH)).isZero();
        assertThat(openDays(Rooms.closedOn("2017-03-02")).in(MARCH)).isEqualTo(1);
        assertThat(openDays(Rooms.closedOn("2017-03-01")).in(MARCH)).isZero();
    }

    @Test
    void leaveOutClosedPeriodsOnceEvenWhereTheyOverlap() {
        OpenDays days = openDays(
                Rooms.alwaysOpen(),
                closure("2017-03-01", "2017-03-20"),
                closure("2017-03-05", "2017-03-10"),
                closure("2017-03-20", "2017-03-22"),
                closure("2017-03-30", "2017-04-02"));

        assertThat(days.in(MARCH)).isEqualTo(7);
    }

    @Test
    void closeAMonthByTwoRowsThatCoverItTogether() {
        OpenDays days =
                openDays(Rooms.alwaysOpen(), closure("2017-03-01", "2017-03-15"), closure("2017-03-16", "2017-03-31"));

        assertThat(days.in(MARCH)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2017-10-31, , true", "2017-11-01, , false", ", 2017-10-31, false",
        ", 2017-11-01, true", "2008-01-01, 2030-01-01, true", ", , true"
    })
    void decideWhetherARoomIsOpenAtTheLastDayOfTheMonth(
            java.time.LocalDate opened, java.time.LocalDate closed, boolean open) {
        RoomInventoried room = Rooms.room().setOpened(opened).setClosed(closed).build();

        assertThat(OpenDays.isOpenAt(room, YearMonth.of(2017, 10))).isEqualTo(open);
    }

    private static OpenDays openDays(RoomInventoried room, ReportedLine... closures) {
        return new OpenDays(room, register(closures).closures());
    }

    private static final LocalDate ANNOUNCED = LocalDate.of(2018, 1, 31);

    @Test
    void isOpenWithoutAScoreToo() {
        assertThat(RoomOpening.isOpen(NOTEE)).isTrue();
        assertThat(RoomOpening.isOpen(DONNEES_INSUFFISANTES)).isTrue();
        assertThat(RoomOpening.isOpen(FERMEE)).isFalse();
    }

    @Test
    void isAutonomousOfACommuneWhileOpen() {
        assertThat(RoomOpening.isAutonomous(COMMUNALE_AUTONOME, NOTEE)).isTrue();
        assertThat(RoomOpening.isAutonomous(COMMUNALE_AUTONOME, FERMEE)).isFalse();
        assertThat(RoomOpening.isAutonomous(REGION, NOTEE)).isFalse();
    }

    @Test
    void remainsWhileNoClosingDayIsAnnounced() {
        assertThat(RoomOpening.remains(COMMUNALE_AUTONOME, NOTEE, null)).isTrue();
        assertThat(RoomOpening.remains(COMMUNALE_AUTONOME, NOTEE, ANNOUNCED)).isFalse();
        assertThat(RoomOpening.remains(REGION, NOTEE, null)).isFalse();
    }
}
