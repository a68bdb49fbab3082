package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A nightly that nobody listens to says so within seconds, and can be taken up again. */
class EventsDownIT {

    private static final Duration AWAITING = Duration.ofSeconds(10);

    @Test
    void failsWithinTenSecondsThenFinishesOnceEventsIsThere() {
        try (var system = Deployments.fresh("down", Map.of("passerelle.await.empty-group", "7s"))) {
            var nightly = system.batch(Inputs.workedCases().toArray(String[]::new));

            assertThat(nightly.end()).isEqualTo(1);
            assertThat(nightly.output() + nightly.errors()).contains("events", "./passerelle up", "restart N-000001");
            assertThat(nightly.output() + nightly.errors()).doesNotContain("\tat ", "Exception");
            assertThat(awaited(system)).isLessThanOrEqualTo(AWAITING);

            system.events(1).awaitSaying("est lu");
            assertThat(system.restart().get("state").asString()).isEqualTo("PUBLISHED");
        }
    }

    /** A group whose members do nothing is not empty. */
    @Test
    void failsWhereEventsReadsNothingMoreThenFinishesOnceItDoes() {
        try (var system = Deployments.fresh("frozen", Map.of("passerelle.await.still", "15s"))) {
            var events = system.eventsProcess(1, Map.of()).awaitSaying("est lu");
            events.signal("STOP");
            var nightly = system.batch(Inputs.workedCases().toArray(String[]::new));

            assertThat(nightly.end()).isEqualTo(1);
            assertThat(nightly.output() + nightly.errors())
                    .contains("Plus rien n'avance depuis 15 s", "regardez le journal d'events", "restart N-000001");

            events.signal("CONT");
            assertThat(system.restart().get("state").asString()).isEqualTo("PUBLISHED");
        }
    }

    /** How long the step that awaits lasted, as Spring Batch recorded it. */
    private static Duration awaited(Deployment system) {
        return Duration.ofMillis(system.number("select round(1000 * extract(epoch from end_time - start_time))::bigint"
                + " from batch.batch_step_execution where step_name = 'await' and status = 'FAILED'"));
    }
}
