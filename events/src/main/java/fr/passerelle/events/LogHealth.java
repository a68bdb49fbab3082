package fr.passerelle.events;

import java.util.function.BooleanSupplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the log flows through this process: a part of its readiness.
 *
 * @param reading whether the topology runs
 * @param writing whether results are carried to the read model
 * @param topics whether Kafka answers that the topics are as they must be
 */
record LogHealth(BooleanSupplier reading, BooleanSupplier writing, BooleanSupplier topics) implements HealthIndicator {

    @Override
    public Health health() {
        return reading.getAsBoolean() && writing.getAsBoolean() && topics.getAsBoolean()
                ? Health.up().build()
                : Health.down().build();
    }
}
