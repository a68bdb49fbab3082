package fr.passerelle.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.fixture.SilentBatch;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.local.test.WithServers;
import fr.passerelle.published.run.RunJob;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.SimpleJob;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;

@WithServers
class StepsIT {

    @AutoClose
    private final ConfigurableApplicationContext context;

    StepsIT(TestServers servers) {
        context = SilentBatch.on(servers);
    }

    /** A chunk step without transaction manager commits nothing with its progress, silently (Spring Batch 6). */
    @Test
    void givesEachStepTheOneTransactionManager() {
        PlatformTransactionManager manager = context.getBean(PlatformTransactionManager.class);

        Set<Step> steps = jobs().flatMap(job -> job.getStepNames().stream().map(job::getStep))
                .collect(Collectors.toSet());

        assertThat(steps)
                .hasSize(21)
                .allSatisfy(step -> assertThat(managerOf(step)).isSameAs(manager));
    }

    @Test
    void keepsItsProgressInTheDatabase() {
        assertThat(context.getBean(JobRepository.class).getClass().getSimpleName())
                .doesNotContain("Resourceless");
    }

    @Test
    void givesEachJobItsOwnSteps() {
        Map<String, List<String>> steps =
                jobs().collect(Collectors.toMap(Job::getName, job -> List.copyOf(job.getStepNames())));

        assertThat(steps.keySet()).hasSize(RunJob.values().length + 1);
        assertThat(steps.get("nightly"))
                .hasSize(16)
                .startsWith("open", "territories", "rooms", "sites", "withdrawals", "stage", "ids", "fold");
        assertThat(steps.get("withdrawal")).startsWith("open", "withdrawals", "fold", "decisions", "close");
        assertThat(steps.get("resubmission")).startsWith("open", "stage", "ids", "fold", "refusals", "decisions");
        assertThat(steps.get("put-in-force"))
                .containsExactly("open", "close", "relay", "await", "reconcile", "publish", "announce");
    }

    private Stream<SimpleJob> jobs() {
        return context.getBeansOfType(Job.class).values().stream().map(SimpleJob.class::cast);
    }

    private static @Nullable Object managerOf(Step step) {
        return ReflectionTestUtils.getField(step, "transactionManager");
    }
}
