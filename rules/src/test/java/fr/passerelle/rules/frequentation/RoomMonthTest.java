package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Records.closure;
import static fr.passerelle.rules.frequentation.Records.counts;
import static fr.passerelle.rules.frequentation.Records.from;
import static fr.passerelle.rules.frequentation.Records.lines;
import static fr.passerelle.rules.frequentation.Records.month;
import static fr.passerelle.rules.frequentation.Records.of;
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
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.rules.frequentation.MonthFormat.ByteReader;
import fr.passerelle.rules.frequentation.MonthFormat.ByteWriter;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.schemas.event.RoomInventoried;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 63, 64, -64, -65, 8191, 8192, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE})
    void readsANumberAsItWasWritten(long number) {
        ByteWriter out = new ByteWriter();
        out.number(number);

        assertThat(new ByteReader(out.toBytes()).number()).isEqualTo(number);
    }

    @Test
    void writesASmallNumberInOneByte() {
        ByteWriter out = new ByteWriter();
        out.number(63);
        out.number(64);

        assertThat(out.toBytes()).containsExactly(126, 128, 1);
    }

    @Test
    void growsWithWhatIsWritten() {
        ByteWriter out = new ByteWriter();
        LongStream.range(0, 700).forEach(out::number);
        out.text("é".repeat(1000));
        out.month(YearMonth.of(2017, 12));

        ByteReader in = new ByteReader(out.toBytes());
        LongStream.range(0, 700).forEach(number -> assertThat(in.number()).isEqualTo(number));
        assertThat(in.text()).isEqualTo("é".repeat(1000));
        assertThat(in.month()).isEqualTo(YearMonth.of(2017, 12));
    }

    /** A sheet of a workbook has the hash of the workbook and its number; a file of one table is written as it always was. */
    @ParameterizedTest
    @ValueSource(strings = {"", "#2", "#12#3"})
    void readsAFileAsItWasWritten(String part) {
        String identity = "0123456789abcdef".repeat(4) + part;
        ByteWriter out = new ByteWriter();
        out.file(identity);

        assertThat(new ByteReader(out.toBytes()).file()).isEqualTo(identity);
        assertThat(out.toBytes()).hasSize(33 + part.length());
    }

    @Test
    void readsMonthsAsTheyWereWritten() {
        Lines lines = lines(
                session("2017-03-07", 5),
                session("2017-03-07", 6),
                from("0a", session("2017-03-21", 7)),
                month("2017-04", counts(40, 2000, 3000)),
                from("0b", of("ACCES LIBRE", month("2017-04", 3))),
                record(Grain.PERIODE, "2017-05-03", "2017-06-12", 20),
                Records.year(2016, 60),
                closure("2017-08-01", "2017-08-31"),
                closure("2017-08-01", "2017-08-31"));

        RoomRegister register = lines.register();
        RoomRegister read = read(lines);

        assertThat(figures(read)).isEqualTo(figures(register)).contains("2017-03 18 0", "2017-04 43 3000");
        assertThat(read.periods().keySet()).isEqualTo(register.periods().keySet());
        assertThat(read.closures()).isEqualTo(register.closures());
        assertThat(read.files(YearMonth.of(2017, 10), 24))
                .isEqualTo(register.files(YearMonth.of(2017, 10), 24))
                .hasSize(3);
    }

    /** A row of that day is a control, one of the next day is not: the days of sessions are read back, not only their sum. */
    @Test
    void readsTheDaysOfSessionsAsTheyWereWritten() {
        Lines lines = lines(
                session("2017-03-07", 5),
                record(Grain.JOUR, "2017-03-07", "2017-03-07", 40),
                record(Grain.JOUR, "2017-03-08", "2017-03-08", 3));

        assertThat(figures(lines.register())).contains("2017-03 8 0");
        assertThat(figures(read(lines))).contains("2017-03 8 0");
    }

    @Test
    void refusesBytesOfAnotherVersion() {
        byte[] bytes = bytes(lines(session("2017-03-07", 5))).getFirst();
        bytes[0] = 2;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonthTotals.fromBytes(bytes))
                .withMessageContainingAll("version 1", "rebuild-topics");
    }

    @Test
    void keepsAMonthOfSessionsInFewBytes() {
        Lines lines = new Lines();
        for (int day = 1; day <= 25; day += 2) {
            lines.add(session("2017-03-%02d".formatted(day), 7));
        }

        assertThat(bytes(lines))
                .singleElement()
                .satisfies(bytes -> assertThat(bytes.length).isLessThan(40));
    }

    private static List<byte[]> bytes(Lines lines) {
        return lines.months().stream()
                .map(month -> MonthTotals.of(month).toBytes())
                .toList();
    }

    private static RoomRegister read(Lines lines) {
        return new RoomRegister(
                bytes(lines).stream().map(MonthTotals::fromBytes).toList());
    }

    private static List<String> figures(RoomRegister register) {
        return Rooms.figures(register, Rooms.WINDOW).stream()
                .map(month ->
                        month.month() + " " + month.total(Measure.PRESENCES) + " " + month.total(Measure.PERSON_HOURS))
                .toList();
    }
}
