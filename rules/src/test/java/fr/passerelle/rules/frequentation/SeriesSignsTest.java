package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Records.month;
import static fr.passerelle.rules.frequentation.Records.register;
import static fr.passerelle.rules.frequentation.Records.session;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.frequentation.RoomWindow.RecentYear;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.JeuDeRegles.Signalements;
import fr.passerelle.schemas.event.ReportedLine;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the series of a room's months shows beside its score. */
class SeriesSignsTest {

    private static final Signalements OF_2017 =
            Baremes.load("2017-05").jeuDeRegles().signalements();
    private static final YearMonth FIRST = YearMonth.parse("2016-01");
    private static final YearMonth AS_OF = YearMonth.of(2017, 10);
    private static final int MISSING = -1;

    @Test
    void seesThreeEqualMonths() {
        assertThat(isCopied(months(31, 30, 30, 30), OF_2017)).isTrue();
        assertThat(isCopied(months(30, 30, 31, 30), OF_2017)).isFalse();
    }

    @Test
    void takesSmallCountsAndZerosForChance() {
        assertThat(isCopied(months(29, 29, 29, 0, 0, 0), OF_2017)).isFalse();
    }

    @Test
    void doesNotJoinEqualMonthsAcrossAMissingOne() {
        assertThat(isCopied(months(30, 30, MISSING, 30, 30), OF_2017)).isFalse();
    }

    @Test
    void takesEqualMonthsOfSessionsForWhatTheyAre() {
        Lines register = register(30, 30);
        register.add(session("2016-03-15", 30));

        assertThat(isCopied(months(register, 3), OF_2017)).isFalse();
    }

    @Test
    void seesMediansThatDifferFourfold() {
        assertThat(isBroken(months(10, 10, 10, 10, 10, 10, 40, 40, 40, 40, 40, 40), OF_2017))
                .isTrue();
        assertThat(isBroken(months(40, 40, 40, 40, 40, 40, 10, 10, 10, 10, 10, 10), OF_2017))
                .isTrue();
        assertThat(isBroken(months(10, 10, 10, 10, 10, 10, 39, 39, 39, 39, 39, 39), OF_2017))
                .isFalse();
    }

    @Test
    void isNotMovedByOneMonthThatStandsOut() {
        assertThat(isBroken(months(10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 900), OF_2017))
                .isFalse();
    }

    @Test
    void seesNoBreakWhereNobodyEverCame() {
        assertThat(isBroken(months(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), OF_2017))
                .isFalse();
    }

    @Test
    void seesNoBreakAcrossMissingMonthsNorInAShortWindow() {
        assertThat(isBroken(months(10, 10, 10, 10, 10, 10, MISSING, 40, 40, 40, 40, 40), OF_2017))
                .isFalse();
        assertThat(isBroken(months(10, 40), OF_2017)).isFalse();
    }

    @Test
    void takesItsThresholdsFromTheBareme() {
        Signalements lax = new Signalements(4, 50, 3, 3, 90, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);

        assertThat(isCopied(months(50, 50, 50), lax)).isFalse();
        assertThat(isCopied(months(49, 49, 49, 49), lax)).isFalse();
        assertThat(isCopied(months(50, 50, 50, 50), lax)).isTrue();
        assertThat(isBroken(months(1, 30, 99, 89, 90, 200), lax))
                .as("an odd number of months has its median in the middle: 30 and 90")
                .isTrue();
        assertThat(isBroken(months(1, 30, 99, 80, 89, 200), lax)).isFalse();
    }

    private static boolean isCopied(List<MonthFigures> months, Signalements thresholds) {
        return !SeriesSigns.copied(months, thresholds).isEmpty();
    }

    private static boolean isBroken(List<MonthFigures> months, Signalements thresholds) {
        return SeriesSigns.broken(months, thresholds).isPresent();
    }

    private static List<MonthFigures> months(int... presences) {
        return months(register(presences), presences.length);
    }

    private static List<MonthFigures> months(Lines register, int length) {
        Window window = new Window(FIRST.plusMonths(length - 1L), length);
        return FinestGrain.months(
                register.register(),
                new OpenDays(Rooms.alwaysOpen(), register.register().closures()),
                window);
    }

    private static Lines register(int... presences) {
        Lines register = new Lines();
        YearMonth month = FIRST;
        for (int count : Arrays.stream(presences).boxed().toList()) {
            if (count != MISSING) {
                register.add(month(month.toString(), count));
            }
            month = month.plusMonths(1);
        }
        return register;
    }

    /** Six of the last twelve, or as many as were open. */
    @ParameterizedTest
    @CsvSource({"12, 5, true", "12, 6, false", "5, 4, true", "5, 5, false", "0, 0, false", "12, 0, true"})
    void isThinUnderSixMonthsOrThoseThatWereOpen(int open, int observed, boolean thin) {
        assertThat(new RecentYear(open, observed, 1_000).isThin(OF_2017)).isEqualTo(thin);
    }

    /** 99 and 100 a year; 8 a month in nine months are 96 a year, 9 are 108; where nothing was observed nothing is small. */
    @ParameterizedTest
    @CsvSource({"12, 99, true", "12, 100, false", "9, 72, true", "9, 81, false", "0, 0, false", "1, 8, true"})
    void isSmallUnderAHundredPresencesAYear(int observed, long presences, boolean small) {
        assertThat(new RecentYear(12, observed, presences).isSmall(OF_2017)).isEqualTo(small);
    }

    @Test
    void saysWhichMonthsAreTheSame() {
        var signs = signs(month("2017-02", 41), month("2017-03", 40), month("2017-04", 40), month("2017-05", 40));

        assertThat(signs.copied()).containsExactly(YearMonth.of(2017, 3), YearMonth.of(2017, 4), YearMonth.of(2017, 5));
        assertThat(signs.breaks()).isEmpty();
    }

    @Test
    void saysFromWhichMonthOnTheScaleIsAnother() {
        var signs = signs(IntStream.range(0, 12)
                .mapToObj(i -> month(YearMonth.of(2016, 11).plusMonths(i).toString(), (i < 6 ? 10 : 100) + i))
                .toArray(ReportedLine[]::new));

        assertThat(signs.breaks()).contains(YearMonth.of(2017, 5));
        assertThat(signs.copied()).isEmpty();
    }

    private static SeriesSigns signs(ReportedLine... records) {
        return SeriesSigns.of(
                new RoomFacts(Rooms.alwaysOpen(), Records.register(records)),
                AS_OF,
                Baremes.load(Baremes.DEFAULT).jeuDeRegles());
    }
}
