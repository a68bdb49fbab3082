package fr.passerelle.bench.contender;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One run of the textbook's job. Its time is that of its step, as its own job repository has it.
 *
 * @param tuned with the settings that people tune
 */
record Textbook(boolean tuned) implements BenchContender {

    private static final int CHUNK = 1_000;
    private static final int TUNED_CHUNK = 5_000;

    /** Imports the file of the work into the table and the topic that are there for it. */
    @Override
    public WorkResult run(Work work) throws Exception {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(TextbookJobConfiguration.class)
                .properties(settings(work))
                .initializers(bench -> bench.getBeanFactory().registerSingleton("kafka", work.kafka()))
                .run()) {
            JobExecution execution =
                    context.getBean(JobOperator.class).start(context.getBean(Job.class), new JobParameters());
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                throw new IllegalStateException("The textbook's job failed: " + execution.getAllFailureExceptions());
            }
            return done(execution.getStepExecutions().iterator().next());
        }
    }

    private Map<String, Object> settings(Work work) {
        return Map.ofEntries(
                Map.entry("spring.main.banner-mode", "off"),
                Map.entry("spring.main.web-application-type", "none"),
                Map.entry("spring.batch.job.enabled", "false"),
                Map.entry("spring.batch.jdbc.initialize-schema", "always"),
                Map.entry("spring.datasource.url", work.url() + (tuned ? "&reWriteBatchedInserts=true" : "")),
                Map.entry("spring.datasource.username", work.user()),
                Map.entry("spring.datasource.password", work.password()),
                Map.entry("bench.file", work.attendance().toString()),
                Map.entry("bench.topic", work.topic()),
                Map.entry("bench.tuned", tuned),
                Map.entry("bench.chunk", tuned ? TUNED_CHUNK : CHUNK));
    }

    private static WorkResult done(StepExecution step) {
        long from = millis(step.getStartTime());
        long to = millis(step.getEndTime());
        return new WorkResult(step.getWriteCount(), -1, from, to, (to - from) / 1e3);
    }

    private static long millis(@org.jspecify.annotations.Nullable LocalDateTime time) {
        return Objects.requireNonNull(time)
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();
    }
}
