package fr.passerelle.published.run;

import fr.passerelle.published.run.RunCounts.Counts;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The runs in figures, as Prometheus takes them: when something was last published, whether a run waits for somebody, and what became of the
 * rows and the time of the last run that was published. Times are seconds since 1970. Nothing is told before the first run; where the
 * database does not answer, only that.
 */
@Component
public record RunMetrics(Runs runs, RunSituations situations) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        try {
            return new MetricSnapshots(figures());
        } catch (DataAccessException away) {
            return new MetricSnapshots(answers(0));
        }
    }

    private List<MetricSnapshot> figures() {
        return Stream.of(
                        Stream.of(answers(1)),
                        runs.last().stream().flatMap(RunMetrics::waiting),
                        runs.published(1).stream().flatMap(this::published))
                .flatMap(figures -> figures)
                .toList();
    }

    private static MetricSnapshot answers(int whether) {
        return gauge("passerelle_database_up", "1 while the database answers", whether);
    }

    private static Stream<MetricSnapshot> waiting(Run last) {
        return Stream.of(
                gauge("passerelle_run_number", "The last run that was opened", last.no()),
                gauge("passerelle_run_opened_timestamp_seconds", "When it was opened", seconds(last.openedAt())),
                gauge(
                        "passerelle_run_unfinished",
                        "1 while it is neither published nor given up",
                        last.unfinished() ? 1 : 0),
                gauge(
                        "passerelle_run_failed",
                        "1 when it stopped, and waits to be restarted or given up",
                        last.state() == Run.State.FAILED ? 1 : 0));
    }

    private Stream<MetricSnapshot> published(Run run) {
        OffsetDateTime ended = run.endedAt();
        Counts rows = run.total();
        return Stream.of(
                gauge(
                        "passerelle_publication_timestamp_seconds",
                        "When a run was last published",
                        ended == null ? 0 : seconds(ended)),
                gauge(
                        "passerelle_publication_rows",
                        "Rows of its files, by what became of them",
                        Map.of(
                                Labels.of("outcome", "accepted"), (double) rows.accepted(),
                                Labels.of("outcome", "unchanged"), (double) rows.unchanged(),
                                Labels.of("outcome", "rejected"), (double) rows.rejected(),
                                Labels.of("outcome", "control"), (double) rows.controls())),
                gauge(
                        "passerelle_publication_phase_seconds",
                        "How long each of its phases took",
                        situations.phases(run).stream()
                                .collect(Collectors.toMap(
                                        phase -> Labels.of("phase", phase.step()),
                                        phase -> phase.worked().toMillis() / 1000.0))));
    }

    private static double seconds(OffsetDateTime when) {
        return when.toInstant().toEpochMilli() / 1000.0;
    }

    /** A figure that has one value. */
    public static MetricSnapshot gauge(String name, String help, double value) {
        return gauge(name, help, Map.of(Labels.EMPTY, value));
    }

    private static MetricSnapshot gauge(String name, String help, Map<Labels, Double> values) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
        new TreeMap<>(values).forEach((of, value) -> gauge.dataPoint(new GaugeDataPointSnapshot(value, of, null)));
        return gauge.build();
    }
}
