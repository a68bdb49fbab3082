package fr.passerelle.batch.run;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.PasserelleBatch;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.local.test.WithServers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;

@WithServers
class StepsIT {

    private final TestServers servers;

    StepsIT(TestServers servers) {
        this.servers = servers;
    }

    /** A chunk step without transaction manager commits nothing with its progress, silently (Spring Batch 6). */
    @Test
    void givesEachStepTheOneTransactionManager() {
        try (ConfigurableApplicationContext context = application()) {
            PlatformTransactionManager manager = context.getBean(PlatformTransactionManager.class);

            var steps = context.getBeansOfType(Step.class);

            assertThat(steps).hasSize(19);
            assertThat(steps.values())
                    .allSatisfy(step -> assertThat(managerOf(step)).isSameAs(manager));
        }
    }

    @Test
    void keepsItsProgressInTheDatabase() {
        try (ConfigurableApplicationContext context = application()) {
            assertThat(context.getBean(JobRepository.class).getClass().getSimpleName())
                    .doesNotContain("Resourceless");
            assertThat(context.getBean("nightlyJob")).isNotNull();
        }
    }

    private static @Nullable Object managerOf(Step step) {
        return ReflectionTestUtils.getField(step, "transactionManager");
    }

    private ConfigurableApplicationContext application() {
        return new SpringApplicationBuilder(PasserelleBatch.class)
                .properties("spring.config.name=passerelle-batch")
                .initializers(made ->
                        ((GenericApplicationContext) made).registerBean(Progress.class, () -> new SilentProgress()))
                .run(servers.arguments());
    }

    private static final class SilentProgress implements Progress {

        @Override
        public void begin(String phase) {}

        @Override
        public void advance(long done, long total) {}

        @Override
        public void end(String summary) {}
    }
}
