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

import fr.passerelle.rules.conversion.Places;
import fr.passerelle.rules.frequentation.LogFold.EpciMemory;
import fr.passerelle.rules.frequentation.MonthFormat.ByteReader;
import fr.passerelle.rules.frequentation.MonthFormat.ByteWriter;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.FichierSource;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.NeedsReported;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.RoomWithdrawn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a register holds, what is supposed of it, what the log makes of it, and what holds of any attendance. */
class RoomRegisterTest {

    @Test
    void tellsWhichFilesTheWindowRestsOn() {
        RoomRegister register = register(
                from("aa", month("2016-01", 5)),
                from("aa", session("2016-01-07", 5)),
                from("aa", month("2015-10", 5)),
                from("bb", record(Grain.TRIMESTRE, "2015-09-01", "2015-11-30", 9)),
                from("cc", closure("2014-01-01", "2014-12-31")));

        assertThat(register.files(YearMonth.of(2017, 10), 24))
                .containsExactly(
                        new FichierSource("aa", List.of("2016-01"), 2), new FichierSource("bb", List.of("2015-11"), 1));
    }

    @Test
    void keepsApartTheRecordsOfAFileThatBeginTogetherAndEndApart() {
        RoomRegister register = register(
                from("aa", month("2017-01", 5)), from("aa", record(Grain.TRIMESTRE, "2017-01-01", "2017-03-31", 9)));

        assertThat(register.files(YearMonth.of(2017, 10), 24))
                .containsExactly(new FichierSource("aa", List.of("2017-01", "2017-02", "2017-03"), 2));
    }

    @Test
    void countsEqualLinesEach() {
        RoomRegister register = register(month("2017-01", 5), month("2017-01", 5));

        assertThat(register.periods().values()).singleElement().returns(10L, tally -> tally.total(Measure.PRESENCES));
    }

    private static final YearMonth MARCH = YearMonth.of(2017, 3);

    @Test
    void addsARecordOfTheMonthInAnActivityThatTheRoomHasNot() {
        RoomRegister register = register(session("2017-03-07", 5), of("HYPOTHESE", month("2017-04", 7)));

        RoomRegister supposed = register.supposing(Map.of(MARCH, presences(9)));

        Period added =
                new Period(LocalDate.of(2017, 3, 1), LocalDate.of(2017, 3, 31), Grain.MOIS, "HYPOTHESEHYPOTHESE");
        assertThat(supposed.periods()).containsKey(added).hasSize(2);
        assertThat(Objects.requireNonNull(supposed.periods().get(added)).total(Measure.PRESENCES))
                .isEqualTo(9);
    }

    @Test
    void avoidsTheActivityOfASessionToo() {
        RoomRegister register = register(of("HYPOTHESE", session("2017-03-07", 5)));

        RoomRegister supposed = register.supposing(Map.of(MARCH, presences(9)));

        assertThat(supposed.periods().firstKey().activity()).isEqualTo("HYPOTHESEHYPOTHESE");
    }

    @Test
    void leavesTheRegisterItComesFromAsItWas() {
        RoomRegister register = register(month("2017-03", 40));

        register.supposing(Map.of(MARCH, presences(9)));

        assertThat(register.periods().values()).singleElement().returns(40L, tally -> tally.total(Measure.PRESENCES));
    }

    @Test
    void countsTogetherOnlyWhatOneActivityCounts() {
        Tally hours = new Tally();
        hours.add(counts(1, 200, 300));
        MonthFigures apart = new MonthFigures(MARCH, 31);
        Tally people = new Tally();
        people.add(presences(4));
        apart.add("ATELIER", people);

        assertThat(apart.countsTogether(Measure.PRESENCES, Measure.PERSON_HOURS))
                .isFalse();

        apart.add("ACCES LIBRE", hours);

        assertThat(apart.countsTogether(Measure.PRESENCES, Measure.PERSON_HOURS))
                .isTrue();
        assertThat(apart.presencesByActivity()).containsExactly(Map.entry("ACCES LIBRE", 1L), Map.entry("ATELIER", 4L));
    }

    private static final String HERE = "200000001";
    private static final String THERE = "200000002";

    @Test
    void keepsARoomThatMovesWhereItArrivesInWhicheverOrder() {
        RoomInventoried arrived = Rooms.room().setEpci(THERE).build();
        RoomWithdrawn left = new RoomWithdrawn("S1", HERE, null, null);

        for (LogFold log :
                List.of(folded(Rooms.alwaysOpen(), left, arrived), folded(Rooms.alwaysOpen(), arrived, left))) {
            assertThat(log.epcis()).extractingByKey(HERE).returns(false, EpciMemory::hasRooms);
            assertThat(log.epcis())
                    .extractingByKey(THERE)
                    .satisfies(there -> assertThat(there.rooms()).containsExactly(arrived));
        }
    }

    @Test
    void holdsEachEpciAsItWasDescribedLast() {
        EpciDescribed first = described(HERE, "Avant");
        EpciDescribed other = described(THERE, "Autre");
        EpciDescribed last = described(HERE, "Après");

        assertThat(folded(first, other, last).described()).containsExactly(other, last);
    }

    @Test
    void takesNeitherAttendanceWhereNoneIsAskedForNorWhatWasAskedFor() {
        assertThat(LogFold.ALL).containsAll(LogFold.FACTS).hasSize(LogFold.FACTS.size() + 1);
        assertThat(folded(new NeedsReported(HERE, List.of())).epcis()).isEmpty();
        assertThat(LogFold.ALL).doesNotContain(NeedsReported.SCHEMA$);
    }

    private static LogFold folded(SpecificRecord... records) {
        LogFold log = new LogFold();
        Stream.of(records).forEach(log::take);
        return log;
    }

    private static EpciDescribed described(String siren, String name) {
        return Places.epci().setEpci(siren).setName(name).build();
    }

    private static final int CASES = 150;
    private static final int MONTHS = 24;

    @RepeatedTest(CASES)
    void doesNotDependOnTheOrderOfRecords(RepetitionInfo repetition) {
        Random random = Seeds.random(repetition);
        List<ReportedLine> records = new AnyAttendance(random).records();
        List<ReportedLine> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);

        assertThat(bytes(Lines.of(shuffled))).containsExactlyElementsOf(bytes(Lines.of(records)));
        assertThat(score(fold(shuffled))).isEqualTo(score(fold(records)));
    }

    @RepeatedTest(CASES)
    void survivesItsBytes(RepetitionInfo repetition) {
        List<ReportedLine> records = new AnyAttendance(Seeds.random(repetition)).records();

        assertThat(score(read(Lines.of(records)))).isEqualTo(score(fold(records)));
    }

    @RepeatedTest(CASES)
    void isScoredByItsWindowAlone(RepetitionInfo repetition) {
        RoomRegister register = fold(new AnyAttendance(Seeds.random(repetition)).records());
        YearMonth asOf = YearMonth.of(2017, 10).minusMonths(repetition.getCurrentRepetition() % 30);

        assertThat(Rooms.score(Rooms.alwaysOpen(), register.within(asOf, MONTHS), asOf))
                .isEqualTo(Rooms.score(Rooms.alwaysOpen(), register, asOf));
        assertThat(register.within(asOf, MONTHS).files(asOf, MONTHS)).isEqualTo(register.files(asOf, MONTHS));
    }

    @RepeatedTest(CASES)
    void neverLosesUsagePointsByMoreAttendance(RepetitionInfo repetition) {
        Random random = Seeds.random(repetition);
        List<ReportedLine> records = new AnyAttendance(random).records();
        List<ReportedLine> more = new ArrayList<>(records);
        more.replaceAll(record -> random.nextBoolean() ? withMore(record, random.nextInt(50)) : record);

        assertThat(usagePoints(fold(more))).isGreaterThanOrEqualTo(usagePoints(fold(records)));
    }

    private static ReportedLine withMore(ReportedLine record, int more) {
        ReportedLine copy = ReportedLine.newBuilder(record).build();
        Integer presences = record.getCounts().getPresences();
        copy.getCounts().setPresences(presences == null ? null : (Integer) (presences + more));
        return copy;
    }

    private static BigDecimal usagePoints(RoomRegister register) {
        BigDecimal points = score(register).getIndicateurs().get(0).getPoints();
        return points == null ? BigDecimal.ZERO : points;
    }

    private static RoomRegister fold(List<ReportedLine> records) {
        return Lines.of(records).register();
    }

    private static Frequentation score(RoomRegister register) {
        return Rooms.score(Rooms.alwaysOpen(), register, Rooms.AS_OF);
    }

    /** Any attendance of a room around the window to 2017-10: every grain, closures, cells left empty. */
    record AnyAttendance(Random random) {

        private static final List<Grain> GRAINS = List.of(Grain.values());
        private static final List<String> ACTIVITIES = List.of("ATELIER", "ACCES LIBRE", "DÉMARCHES");

        List<ReportedLine> records() {
            return IntStream.range(0, 1 + random.nextInt(60))
                    .mapToObj(i -> record())
                    .toList();
        }

        ReportedLine record() {
            Grain grain = GRAINS.get(random.nextInt(GRAINS.size()));
            YearMonth month = YearMonth.of(2015, 1).plusMonths(random.nextInt(40));
            LocalDate start = grain.compareTo(Grain.MOIS) < 0 || grain == Grain.PERIODE
                    ? month.atDay(1 + random.nextInt(28))
                    : month.atDay(1);
            ReportedLine record =
                    Records.record(grain, start.toString(), end(grain, start).toString(), counts());
            Records.from("0" + random.nextInt(4), record);
            return Records.of(ACTIVITIES.get(random.nextInt(ACTIVITIES.size())), record);
        }

        private LocalDate end(Grain grain, LocalDate start) {
            return switch (grain) {
                case SEANCE, JOUR -> start;
                case SEMAINE -> start.plusDays(6);
                case MOIS -> start.plusMonths(1).minusDays(1);
                case TRIMESTRE -> start.plusMonths(3).minusDays(1);
                case SEMESTRE -> start.plusMonths(6).minusDays(1);
                case ANNEE -> start.plusMonths(12).minusDays(1);
                case PERIODE -> start.plusDays(random.nextInt(90));
            };
        }

        private AttendanceCounts counts() {
            return AttendanceCounts.newBuilder()
                    .setEtat(random.nextInt(12) == 0 ? Etat.FERME : Etat.OUVERT)
                    .setSessions(any(20))
                    .setSessionHoursHundredths(any(4000))
                    .setPresences(any(60))
                    .setPersonHoursHundredths(any(9000))
                    .setRegistered(any(30))
                    .setDistinctPeople(any(200))
                    .setScolaires(any(40))
                    .build();
        }

        private @Nullable Integer any(int bound) {
            return random.nextInt(4) == 0 ? null : (Integer) random.nextInt(bound);
        }
    }

    @Test
    void showsAGapAsAGapAndAClosureAsAClosure() {
        assertThat(months(month("2017-01", 12), closure("2017-03-01", "2017-03-31"), month("2017-04", 0)))
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
    @Test
    void keepsThePlaceOfEachMeasureWithoutAGap() {
        assertThat(Measure.values())
                .extracting(measure -> measure.place() + " " + measure)
                .containsExactlyInAnyOrder(
                        "0 SESSIONS", "1 SESSION_HOURS",
                        "2 PRESENCES", "3 PERSON_HOURS",
                        "4 SCOLAIRES", "5 REGISTERED",
                        "6 DISTINCT_PEOPLE", "7 PRESENCES_WITHOUT_HOURS");
    }

    @Test
    void areAllDaysFromTheOpeningToBeforeTheClosing() {
        assertThat(openDays(Rooms.alwaysOpen()).in(MARCH)).isEqualTo(31);
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
    void isOpenWithoutAScoreAutonomousWhileOpenAndRemainsUntilAClosingIsAnnounced() {
        assertThat(RoomOpening.isOpen(NOTEE)).isTrue();
        assertThat(RoomOpening.isOpen(DONNEES_INSUFFISANTES)).isTrue();
        assertThat(RoomOpening.isOpen(FERMEE)).isFalse();
        assertThat(RoomOpening.isAutonomous(COMMUNALE_AUTONOME, NOTEE)).isTrue();
        assertThat(RoomOpening.isAutonomous(COMMUNALE_AUTONOME, FERMEE)).isFalse();
        assertThat(RoomOpening.isAutonomous(REGION, NOTEE)).isFalse();
        assertThat(RoomOpening.remains(COMMUNALE_AUTONOME, NOTEE, null)).isTrue();
        assertThat(RoomOpening.remains(COMMUNALE_AUTONOME, NOTEE, ANNOUNCED)).isFalse();
        assertThat(RoomOpening.remains(REGION, NOTEE, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 63, 64, -64, -65, 8191, 8192, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE})
    void readsANumberAsItWasWritten(long number) {
        ByteWriter out = new ByteWriter();
        out.number(number);

        assertThat(new ByteReader(out.toByteArray()).number()).isEqualTo(number);
    }

    @Test
    void writesASmallNumberInOneByte() {
        ByteWriter out = new ByteWriter();
        out.number(63);
        out.number(64);

        assertThat(out.toByteArray()).containsExactly(126, 128, 1);
    }

    @Test
    void growsWithWhatIsWritten() {
        ByteWriter out = new ByteWriter();
        LongStream.range(0, 700).forEach(out::number);
        out.text("é".repeat(1000));
        out.month(YearMonth.of(2017, 12));

        ByteReader in = new ByteReader(out.toByteArray());
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

        assertThat(new ByteReader(out.toByteArray()).file()).isEqualTo(identity);
        assertThat(out.toByteArray()).hasSize(33 + part.length());
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
                .isThrownBy(() -> RoomRegister.fromBytes(bytes))
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
                .map(month -> RoomRegister.of(month).toBytes())
                .toList();
    }

    private static RoomRegister read(Lines lines) {
        return RoomRegister.of(
                bytes(lines).stream().map(RoomRegister::fromBytes).toList());
    }

    private static List<String> figures(RoomRegister register) {
        return Rooms.figures(register, Rooms.WINDOW).stream()
                .map(month ->
                        month.month() + " " + month.total(Measure.PRESENCES) + " " + month.total(Measure.PERSON_HOURS))
                .toList();
    }
}
