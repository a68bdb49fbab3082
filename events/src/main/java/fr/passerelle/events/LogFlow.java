package fr.passerelle.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Collection;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * How the log flows through this process: a part of its readiness, and the few figures of Kafka's clients that somebody acts on.
 *
 * @param topics whether Kafka answers that the topics are as they must be
 */
record LogFlow(
        BooleanSupplier reading,
        BooleanSupplier writing,
        BooleanSupplier topics,
        Supplier<Map<MetricName, ? extends Metric>> log,
        Supplier<Collection<Map<MetricName, ? extends Metric>>> results)
        implements HealthIndicator, MeterBinder {

    private static final String LAG = "records-lag";

    /** Of the client that reads states back: what it lags is not the log. */
    private static final String RESTORING = "-restore-consumer";

    @Override
    public Health health() {
        return reading.getAsBoolean() && writing.getAsBoolean() && topics.getAsBoolean()
                ? Health.up().build()
                : Health.down().build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "passerelle.log.reading", "1 while the log is read", () -> reading.getAsBoolean() ? 1 : 0);
        gauge(registry, "passerelle.log.lag.records", "Records of the log not yet read", () -> sum(log.get(), LAG));
        gauge(
                registry,
                "passerelle.log.restore.records",
                "Records not yet read back into the states",
                () -> sum(log.get(), "restore-remaining-records-total"));
        gauge(
                registry,
                "passerelle.log.undecodable.records",
                "Records that became dead letters since the start",
                () -> sum(log.get(), "dropped-records-total"));
        gauge(
                registry,
                "passerelle.results.lag.records",
                "Results not yet in the read model",
                () -> results.get().stream()
                        .mapToDouble(client -> sum(client, LAG))
                        .sum());
    }

    /** Of all partitions and tasks; a client that has read nothing yet says NaN. */
    private static double sum(Map<MetricName, ? extends Metric> metrics, String name) {
        return metrics.entrySet().stream()
                .filter(metric -> metric.getKey().name().equals(name))
                .filter(metric ->
                        !metric.getKey().tags().getOrDefault("client-id", "").endsWith(RESTORING))
                .map(metric -> metric.getValue().metricValue())
                .filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .filter(Double::isFinite)
                .sum();
    }

    private static void gauge(MeterRegistry registry, String name, String help, Supplier<Number> value) {
        Gauge.builder(name, value).description(help).register(registry);
    }
}
