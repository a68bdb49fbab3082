package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Records.month;
import static fr.passerelle.rules.frequentation.Records.of;
import static fr.passerelle.rules.frequentation.Records.register;
import static fr.passerelle.rules.frequentation.Records.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.rules.frequentation.RoomWindow.RecentYear;
import fr.passerelle.schemas.bareme.JeuDeRegles.Signalements;
import fr.passerelle.schemas.event.ActivitePratiquee;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.ReportedLine;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the series of a room's months shows beside its score, and what was done in it. */
class SeriesSignsTest {

    private static final Signalements OF_2017 = Rooms.BAREME.signalements();
    private static final YearMonth FIRST = YearMonth.parse("2016-01");

    /** Lax thresholds ask for four months of 50, and for medians of three months that differ threefold. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        three equal months | 2017-05 | 31 30 30 30 | true
        equal months that are parted | 2017-05 | 30 30 31 30 | false
        small counts and zeros | 2017-05 | 29 29 29 0 0 0 | false
        equal months across a missing one | 2017-05 | 30 30 - 30 30 | false
        three where four are asked for | lax | 50 50 50 | false
        four of too few | lax | 49 49 49 49 | false
        four of just enough | lax | 50 50 50 50 | true
        """)
    void seesMonthsThatWereCopied(String what, String thresholds, String presences, boolean copied) {
        assertThat(SeriesSigns.copied(months(presences), thresholds(thresholds)).isEmpty())
                .isEqualTo(!copied);
    }

    /** An odd number of months has its median in the middle. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        four times as many | 2017-05 | 10 10 10 10 10 10 40 40 40 40 40 40 | true
        four times fewer | 2017-05 | 40 40 40 40 40 40 10 10 10 10 10 10 | true
        not quite four times | 2017-05 | 10 10 10 10 10 10 39 39 39 39 39 39 | false
        one month that stands out | 2017-05 | 10 10 10 10 10 10 10 10 10 10 10 900 | false
        nobody ever came | 2017-05 | 0 0 0 0 0 0 0 0 0 0 0 0 | false
        across a missing month | 2017-05 | 10 10 10 10 10 10 - 40 40 40 40 40 | false
        a short window | 2017-05 | 10 40 | false
        medians of 30 and 90 | lax | 1 30 99 89 90 200 | true
        medians of 30 and 89 | lax | 1 30 99 80 89 200 | false
        """)
    void seesMediansThatDifferFourfold(String what, String thresholds, String presences, boolean broken) {
        assertThat(SeriesSigns.broken(months(presences), thresholds(thresholds)).isPresent())
                .isEqualTo(broken);
    }

    private static Signalements thresholds(String name) {
        return name.equals("lax") ? new Signalements(4, 50, 3, 3, 90, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0) : OF_2017;
    }

    @Test
    void takesEqualMonthsOfSessionsForWhatTheyAre() {
        Lines register = Records.noted("MOIS 2016-01 30; MOIS 2016-02 30; SEANCE 2016-03-15 30");

        assertThat(SeriesSigns.copied(months(register, 3), OF_2017)).isEmpty();
    }

    /** A month each from 2016-01 on, of which some are missing. */
    private static List<MonthFigures> months(String presences) {
        String[] counts = presences.split(" ");
        Lines register = new Lines();
        for (int i = 0; i < counts.length; i++) {
            if (!counts[i].equals("-")) {
                register.add(month(FIRST.plusMonths(i).toString(), Integer.parseInt(counts[i])));
            }
        }
        return months(register, counts.length);
    }

    private static List<MonthFigures> months(Lines register, int length) {
        return Rooms.figures(register.register(), new Window(FIRST.plusMonths(length - 1L), length));
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
        return SeriesSigns.of(new RoomFacts(Rooms.alwaysOpen(), Records.register(records)), Rooms.AS_OF, Rooms.BAREME);
    }

    @Test
    void putsTheMostAttendedOfTheLastTwelveMonthsFirst() {
        Frequentation scored = score(register(
                of("PHOTO", month("2016-10", 500)),
                of("PHOTO", month("2016-11", 5)),
                of("INTERNET", month("2017-10", 4)),
                of("INTERNET", month("2017-09", 3)),
                of("BUREAUTIQUE", month("2017-10", 5))));

        assertThat(scored.getActivites())
                .extracting(ActivitePratiquee::getActivity, ActivitePratiquee::getPresences)
                .containsExactly(tuple("INTERNET", 7L), tuple("BUREAUTIQUE", 5L), tuple("PHOTO", 5L));
        assertThat(scored.getActivites().stream()
                        .mapToLong(ActivitePratiquee::getPresences)
                        .sum())
                .isEqualTo(scored.getPresences12Months());
    }

    @Test
    void leavesOutWhatNobodyCameTo() {
        Frequentation scored = score(register(of("PHOTO", month("2017-10", 0)), of("INTERNET", month("2017-09", 1))));

        assertThat(scored.getActivites())
                .extracting(ActivitePratiquee::getActivity)
                .containsExactly("INTERNET");
    }

    @Test
    void countsTheFinestGrainOnly() {
        Frequentation scored =
                score(register(of("PHOTO", month("2017-10", 50)), of("PHOTO", session("2017-10-04", 6))));

        assertThat(scored.getActivites())
                .extracting(ActivitePratiquee::getPresences)
                .containsExactly(6L);
    }

    private static Frequentation score(RoomRegister register) {
        return Rooms.score(Rooms.alwaysOpen(), register, Rooms.AS_OF);
    }
}
