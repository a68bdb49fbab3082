package fr.passerelle.console.tour;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.tour.FollowUp.ExpectedMonth;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.JeuDeRegles.Signalements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExpectedMonthTest {

    /** Visits of five libraries, published by Newcastle City Council: closures and a moved building included. */
    private static final Path LIBRARIES = Path.of("../sources/src/test/resources/registers/monthly-visits-extrait.csv");

    private static final int TWO_YEARS = 24;

    @Test
    void expectsNothingUnderTwoYears() {
        assertThat(ExpectedMonth.of(Collections.nCopies(23, 100L))).isEmpty();
    }

    /** The seventh month of a scale four times as great ends it; a month that nobody observed is no break. */
    @Test
    void expectsNothingOfASeriesWhoseScaleBreaks() {
        Signalements thresholds = Baremes.load(Baremes.DEFAULT).jeuDeRegles().signalements();
        SortedMap<YearMonth, Integer> series = new TreeMap<>();
        IntStream.range(0, 24).forEach(month -> series.put(YearMonth.of(2016, 1).plusMonths(month), 40));
        assertThat(ExpectedMonth.of(series, thresholds)).contains(new ExpectedMonth(40, 40));
        series.put(YearMonth.of(2018, 3), 40);
        assertThat(ExpectedMonth.of(series, thresholds)).contains(new ExpectedMonth(40, 40));

        IntStream.range(18, 24)
                .forEach(month -> series.put(YearMonth.of(2016, 1).plusMonths(month), 160));
        assertThat(ExpectedMonth.of(series, thresholds)).isEmpty();
        assertThat(ExpectedMonth.of(new TreeMap<>(), thresholds)).isEmpty();
    }

    @Test
    void expectsTheSameOfASeriesThatNeverMoves() {
        assertThat(ExpectedMonth.of(Collections.nCopies(24, 100L))).contains(new ExpectedMonth(100, 100));
    }

    @Test
    void expectsNothingAfterAYearWithoutAnybody() {
        assertThat(ExpectedMonth.of(Collections.nCopies(24, 0L))).isEmpty();
    }

    /** Twelve months to learn from: the 11th of their 12 distances counts, since 0.8 × 13 is 10.4. */
    @Test
    void leavesOutTheFurthestFifth() {
        List<Long> series = Stream.concat(Collections.nCopies(22, 100L).stream(), Stream.of(100L, 100L + 12 * 100L))
                .toList();

        assertThat(ExpectedMonth.of(series)).contains(new ExpectedMonth(200, 200));
    }

    /** Months drawn from one law hold the promise of four in five. */
    @Test
    void holdsFourMonthsInFiveWhereThePastTellsTheFuture() {
        Random random = new Random(2017);
        List<Long> series = random.longs(600, 50, 150).boxed().toList();

        assertThat(coverage(Stream.of(series))).isBetween(0.76, 0.84);
    }

    /** What docs/performance.md says: series that drift, close and reopen keep less than the promise. */
    @Test
    void holdsThreeMonthsInFourOfLibrariesThatCloseAndMove() throws IOException {
        try (Stream<String> lines = Files.lines(LIBRARIES)) {
            double coverage = coverage(lines.skip(1).map(ExpectedMonthTest::series));

            System.out.println("Expected months that came as expected: " + coverage);
            assertThat(coverage).isBetween(0.74, 0.78);
        }
    }

    private static List<Long> series(String line) {
        return Arrays.stream(line.split(","))
                .skip(1)
                .filter(cell -> cell.matches("[0-9]+"))
                .map(Long::valueOf)
                .toList();
    }

    /** Of the months after two years, each expected from those before it alone, how many came as expected. */
    private static double coverage(Stream<List<Long>> all) {
        return all.flatMap(series -> IntStream.range(TWO_YEARS, series.size())
                        .boxed()
                        .flatMap(month -> ExpectedMonth.of(series.subList(0, month)).stream()
                                .map(expected ->
                                        expected.low() <= series.get(month) && series.get(month) <= expected.high())))
                .mapToInt(came -> came ? 1 : 0)
                .average()
                .orElseThrow();
    }
}
