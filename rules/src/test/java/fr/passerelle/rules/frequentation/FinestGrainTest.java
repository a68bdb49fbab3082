package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Records.closure;
import static fr.passerelle.rules.frequentation.Records.counts;
import static fr.passerelle.rules.frequentation.Records.month;
import static fr.passerelle.rules.frequentation.Records.nothing;
import static fr.passerelle.rules.frequentation.Records.of;
import static fr.passerelle.rules.frequentation.Records.record;
import static fr.passerelle.rules.frequentation.Records.register;
import static fr.passerelle.rules.frequentation.Records.session;
import static fr.passerelle.rules.frequentation.Rooms.AS_OF;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.conversion.Places;
import fr.passerelle.rules.frequentation.ServedPopulation.Groups;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.schemas.event.RoomInventoried;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinestGrainTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        sums the sessions of a month | SEANCE 2017-03-07 5; SEANCE 2017-03-07 6; SEANCE 2017-03-21 7 | 18
        sums the activities of a month | MOIS 2017-03 10; MOIS 2017-03 4 ACCES LIBRE | 14
        one session controls the month of its activity only | MOIS 2017-03 40; SEANCE 2017-03-07 5; MOIS 2017-03 4 ACCES LIBRE | 9
        a session controls its own day only | JOUR 2017-03-07 40; JOUR 2017-03-08 3; SEANCE 2017-03-07 5 | 8
        a week controls the month it is within | MOIS 2017-03 40; SEMAINE 2017-03-06..2017-03-12 8 | 8
        a week controls the month it begins with | MOIS 2017-02 40; PERIODE 2017-02-01..2017-02-07 8 | 8
        spreads a session of several days like any longer record | SEANCE 2017-02-28..2017-03-02 9 | 3 6
        prefers the finer grain of two over the same days | MOIS 2017-03 40; PERIODE 2017-03-01..2017-03-31 41 | 40
        sums two records of the same grain over the same days | MOIS 2017-03 40; MOIS 2017-03 2 | 42
        spreads a quarter over its days | TRIMESTRE 2017-01-01..2017-03-31 100 | 35 31 34
        spreads a quarter over its open days | TRIMESTRE 2017-01-01..2017-03-31 62; FERME 2017-02-01..2017-02-28 | 31 31
        a month controls that month of a quarter only | TRIMESTRE 2017-01-01..2017-03-31 100; MOIS 2017-02 3 | 35 3 34
        a session controls that month of a quarter only | TRIMESTRE 2017-01-01..2017-03-31 100; SEANCE 2017-02-08 3 | 35 3 34
        keeps in the window the share of what begins before | TRIMESTRE 2015-09-01..2015-11-30 91 | 30
        spreads over its days what contradicts a closure | SEMAINE 2017-03-27..2017-04-02 7; FERME 2017-03-27..2017-04-02 | 5 2
        ignores the records of a closed month | MOIS 2017-08 9; FERME 2017-08-01..2017-08-31 | ''
        ignores months outside the window | MOIS 2015-10 9; MOIS 2017-11 9 | ''
        ignores sessions outside the window | SEANCE 2015-10-31 9; SEANCE 2017-11-01 9 | ''
        """)
    void letsTheFinestGrainCount(String what, String lines, String presences) {
        assertThat(observed(Rooms.figures(Records.noted(lines).register(), Rooms.WINDOW)).stream()
                        .map(String::valueOf))
                .containsExactly(presences.isEmpty() ? new String[0] : presences.split(" "));
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

        assertThat(observed(months(month("2017-03", 40), record(Grain.SEANCE, "2017-03-07", "2017-03-07", registered))))
                .containsExactly(40L);
    }

    @Test
    void readsAZeroAsObservedAndAnEmptyCellAsMissing() {
        List<MonthFigures> months = months(month("2017-03", 0), month("2017-04", nothing()));

        assertThat(months).filteredOn(MonthFigures::isObserved).hasSize(1);
        assertThat(months).filteredOn(MonthFigures::isMissing).hasSize(23);
    }

    @Test
    void marksTheMonthsThatASpreadRecordStandsInAndObservesNoneByAYearlyCount() {
        assertThat(months(record(Grain.TRIMESTRE, "2017-01-01", "2017-03-31", 100), session("2017-02-08", 3)))
                .filteredOn(MonthFigures::isSpread)
                .extracting(month -> month.month().toString())
                .containsExactly("2017-01", "2017-03");
        assertThat(months(Records.year(2016, 60))).noneMatch(MonthFigures::isObserved);
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

    private static List<Long> observed(List<MonthFigures> months) {
        return months.stream()
                .filter(MonthFigures::isObserved)
                .map(month -> month.total(Measure.PRESENCES))
                .toList();
    }

    private static List<MonthFigures> months(ReportedLine... records) {
        return Rooms.figures(register(records), Rooms.WINDOW);
    }

    /** 4 × 3 ÷ 5 leaves 2, 4 × 2 ÷ 5 leaves 3. */
    @Test
    void givesTheRestToTheLargestRemainderThenTheEarlierAndNotToTheLargestWeight() {
        assertThat(LargestRemainder.split(100, new int[] {31, 28, 31})).containsExactly(35, 31, 34);
        assertThat(LargestRemainder.split(20_000, new int[] {31, 28, 31})).containsExactly(6889, 6222, 6889);
        assertThat(LargestRemainder.split(4, new int[] {3, 2})).containsExactly(2, 2);
        assertThat(LargestRemainder.split(7, new int[] {0, 5, 0})).containsExactly(0, 7, 0);
    }

    @RepeatedTest(200)
    void sumsExactlyAndStaysWithinOneOfTheProportion(RepetitionInfo repetition) {
        Random random = Seeds.random(repetition);
        long total = random.nextLong(10_000_000);
        int[] weights = IntStream.range(0, 1 + random.nextInt(12))
                .map(i -> random.nextInt(32))
                .toArray();
        weights[random.nextInt(weights.length)] = 31;
        long sum = Arrays.stream(weights).sum();

        long[] shares = LargestRemainder.split(total, weights);

        assertThat(Arrays.stream(shares).sum()).isEqualTo(total);
        assertThat(IntStream.range(0, weights.length))
                .allSatisfy(
                        i -> assertThat(shares[i] - total * weights[i] / sum).isBetween(0L, 1L));
    }

    private static final int RADIUS = 10_000;

    /** 0.09 degrees of latitude are 10,007.6 m, 0.0899 are 9,996.4 m. */
    private static final Commune A = new Commune("02001", "A", 500, 49d, 3d, null);

    private static final Commune NEAR_A = new Commune("02002", "Near A", 100, 49.0899d, 3d, null);
    private static final Commune FAR = new Commune("02003", "Far", 1000, 48.91d, 3d, null);
    private static final Commune B = new Commune("02004", "B", 70, 49.1798d, 3d, null);

    @Test
    void givesEachCommuneToTheNearestGroupWithinTheRadius() {
        Function<RoomInventoried, ServedPopulation> population = population(Rooms.in("S1", "02001"));

        assertThat(served(population, "S1")).isEqualByComparingTo("600");
        assertThat(served(population, "S2")).isNull();
    }

    @Test
    void givesACommuneAtEqualDistanceToTheLowestInseeCode() {
        Function<RoomInventoried, ServedPopulation> population =
                population(Rooms.in("S1", "02001"), Rooms.in("S2", "02004"));

        assertThat(Distance.metres(NEAR_A, A)).isEqualTo(Distance.metres(NEAR_A, B));
        assertThat(served(population, "S1")).isEqualByComparingTo("600");
        assertThat(served(population, "S2")).isEqualByComparingTo("70");
    }

    @Test
    void servesACommuneThatLiesOnTheRadiusItselfFromTheLowestInseeCode() {
        int metres = Math.toIntExact(Distance.metres(NEAR_A, A));

        assertThat(new Groups(List.of(A), metres).served(List.of(NEAR_A))).containsOnlyKeys("02001");
        assertThat(new Groups(List.of(A), metres - 1).served(List.of(NEAR_A))).isEmpty();

        assertThat(new Groups(List.of(B, A), RADIUS).served(List.of(NEAR_A))).containsOnlyKeys("02001");
    }

    @Test
    void countsAGroupsOwnCommuneWhateverIsNear() {
        Function<RoomInventoried, ServedPopulation> population = ServedPopulation.of(
                epci(A, new Commune("02000", "Same place", 9, 49d, 3d, null)),
                List.of(Rooms.in("S1", "02001"), Rooms.in("S2", "02000")),
                AS_OF,
                RADIUS);

        assertThat(served(population, "S1")).isEqualByComparingTo("500");
        assertThat(served(population, "S2")).isEqualByComparingTo("9");
    }

    @Test
    void sharesAGroupAmongItsOpenRoomsAutonomousOnesIncluded() {
        RoomInventoried autonomous = Rooms.in("S2", "02001");
        autonomous.setGestion(Gestion.COMMUNALE_AUTONOME);
        RoomInventoried closed = Rooms.in("S3", "02001");
        closed.setClosed(LocalDate.of(2017, 10, 1));
        Function<RoomInventoried, ServedPopulation> population =
                population(Rooms.in("S1", "02001"), autonomous, Rooms.in("S4", "02001"), closed);

        assertThat(served(population, "S1")).hasToString("200.000000");
        assertThat(served(population, "S2")).hasToString("200.000000");
        assertThat(served(population, "S3")).isNull();
    }

    @Test
    void knowsNothingOfARoomWhoseCommuneIsNotOfTheEpci() {
        assertThat(served(population(Rooms.in("S1", "60001")), "S1")).isNull();
    }

    @Test
    void doesNotDependOnTheOrderOfRooms() {
        RoomInventoried one = Rooms.in("S1", "02001");
        RoomInventoried other = Rooms.in("S2", "02004");

        assertThat(Stream.of(one, other).map(population(one, other)))
                .containsExactlyElementsOf(
                        Stream.of(one, other).map(population(other, one)).toList());
    }

    private static @Nullable BigDecimal served(Function<RoomInventoried, ServedPopulation> population, String roomId) {
        return population.apply(Rooms.in(roomId, "02001")).inhabitants();
    }

    private static Function<RoomInventoried, ServedPopulation> population(RoomInventoried... rooms) {
        return ServedPopulation.of(epci(FAR, B, NEAR_A, A), List.of(rooms), AS_OF, RADIUS);
    }

    private static EpciDescribed epci(Commune... communes) {
        return Places.epci().setCommunes(List.of(communes)).build();
    }
}
