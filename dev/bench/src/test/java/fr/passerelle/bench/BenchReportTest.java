package fr.passerelle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchReportTest {

    @Test
    void takesTheMiddleOfSeveralMeasures() {
        assertThat(BenchReport.median(1, 4, 9)).isEqualTo(4);
        assertThat(BenchReport.median(1, 2, 4, 9)).isEqualTo(3);
    }

    @Test
    void tellsOnlyTheGoalsOfWhatWasMeasured() {
        BenchReport report = new BenchReport();
        report.add(measure(MeasureKind.IMPORT_AND_RELAY, 2));
        report.add(measure(MeasureKind.TEXTBOOK, 5));

        assertThat(report.lines().stream().filter(line -> line.contains("but ")))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("MANQUÉ", "2,50", "≥ 3,00", "lignes/s"))
                .anySatisfy(line -> assertThat(line).contains("atteint", "0,40", "≤ 0,50", "CPU/ligne"));
    }

    private static BenchReport.Measurement measure(MeasureKind what, double seconds) {
        return new BenchReport.Measurement(what, 1_000, seconds, Map.of(TestBed.CLIENT, new Meter.Cost(seconds, 100)));
    }
}
