package fr.passerelle.batch.nightly;

import static fr.passerelle.batch.job.StepJobConfiguration.of;

import fr.passerelle.batch.job.AwaitTasklet;
import fr.passerelle.batch.job.DeadExecutions;
import fr.passerelle.batch.job.JobRunner;
import fr.passerelle.batch.job.RelayTasklet;
import fr.passerelle.batch.job.StepJobConfiguration;
import fr.passerelle.batch.run.Closing;
import fr.passerelle.batch.run.Publication;
import fr.passerelle.batch.run.Reconciliation;
import fr.passerelle.batch.run.RunPreconditions;
import fr.passerelle.batch.server.Settings;
import fr.passerelle.journal.Brokers;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.journal.Pause;
import fr.passerelle.journal.Relay;
import fr.passerelle.journal.Relay.WholeJournal;
import fr.passerelle.journal.SchemaRegistration;
import fr.passerelle.journal.StudyRecords.StudyRelay;
import fr.passerelle.published.result.ScoredPartitions;
import fr.passerelle.published.run.RunJob;
import fr.passerelle.published.run.RunJob.Phases;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.published.run.Runs;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The jobs of live runs (DESIGN 6), each of the steps that {@link RunJob} lists, and the steps that all of them go through, in their order.
 * A run's row and its RunOpened are written in one transaction just before its job starts, so that its number identifies it; its report is
 * printed from the database after it, and can be printed again.
 */
@Configuration(proxyBeanMethods = false)
class RunJobConfiguration {

    @Bean
    JobRunner jobs(
            JobOperator operator,
            JobRepository repository,
            Runs runs,
            DeadExecutions dead,
            Job nightlyJob,
            Job withdrawalJob,
            Job resubmissionJob,
            Job putInForceJob) {
        return new JobRunner(
                operator,
                repository,
                no -> switch (RunJob.of(runs.get(no))) {
                    case NIGHTLY -> nightlyJob;
                    case WITHDRAWAL -> withdrawalJob;
                    case RESUBMISSION -> resubmissionJob;
                    case PUT_IN_FORCE -> putInForceJob;
                },
                RunJob.NUMBER,
                dead);
    }

    @Bean
    Job nightlyJob(StepJobConfiguration steps, Map<String, Step> all) {
        return job(RunJob.NIGHTLY, steps, all);
    }

    @Bean
    Job withdrawalJob(StepJobConfiguration steps, Map<String, Step> all) {
        return job(RunJob.WITHDRAWAL, steps, all);
    }

    @Bean
    Job resubmissionJob(StepJobConfiguration steps, Map<String, Step> all) {
        return job(RunJob.RESUBMISSION, steps, all);
    }

    @Bean
    Job putInForceJob(StepJobConfiguration steps, Map<String, Step> all) {
        return job(RunJob.PUT_IN_FORCE, steps, all);
    }

    @Bean
    Step openStep(StepJobConfiguration steps, RunPreconditions preconditions) {
        return steps.always(Phases.OPEN, of(RunJob.NUMBER, preconditions::check));
    }

    @Bean
    Step territoriesStep(StepJobConfiguration steps, Imports imports) {
        return steps.once(Phases.TERRITORIES, imports::territories);
    }

    @Bean
    Step roomsStep(StepJobConfiguration steps, Imports imports) {
        return steps.once(Phases.ROOMS, imports::rooms);
    }

    @Bean
    Step sitesStep(StepJobConfiguration steps, Imports imports) {
        return steps.once(Phases.SITES, imports::sites);
    }

    @Bean
    Step decisionsStep(StepJobConfiguration steps, Imports imports) {
        return steps.once(Phases.DECISIONS, imports::decisions);
    }

    @Bean
    Step closeStep(StepJobConfiguration steps, Closing closing) {
        return steps.once(Phases.CLOSE, of(RunJob.NUMBER, closing::close));
    }

    @Bean
    Step relayStep(StepJobConfiguration steps, RelayTasklet relay) {
        return steps.step(Phases.RELAY, relay);
    }

    @Bean
    Step awaitStep(StepJobConfiguration steps, Tasklet await) {
        return steps.step(Phases.AWAIT, await);
    }

    @Bean
    Step reconcileStep(StepJobConfiguration steps, Reconciliation reconciliation) {
        return steps.step(Phases.RECONCILE, of(RunJob.NUMBER, reconciliation::check));
    }

    @Bean
    Step publishStep(StepJobConfiguration steps, Publication publication) {
        return steps.once(Phases.PUBLISH, of(RunJob.NUMBER, publication::publish));
    }

    @Bean
    Step announceStep(StepJobConfiguration steps, RelayTasklet relay) {
        return steps.step(Phases.ANNOUNCE, relay);
    }

    @Bean
    RelayTasklet relay(
            LogSettings settings,
            JdbcClient jdbc,
            SchemaRegistration schemas,
            RunProgress progress,
            StudyRelay beside) {
        return new RelayTasklet(
                RunJob.NUMBER,
                no -> {
                    beside.carry();
                    return Relay.open(settings, new WholeJournal(jdbc), schemas, () -> Pause.at("relay-transaction"));
                },
                progress);
    }

    @Bean
    @StepScope
    Tasklet await(
            @Value("#{jobParameters['run']}") Long run,
            Settings settings,
            ScoredPartitions scoredPartitions,
            Brokers brokers,
            Clock clock,
            RunProgress progress) {
        return new AwaitTasklet(
                run,
                settings,
                List.of(settings.namespace() + ".events"),
                scoredPartitions,
                brokers,
                clock,
                progress,
                "reconstruisez les topics (« rebuild-topics »), puis reprenez.");
    }

    /** @param all the steps, by the names of their beans */
    private static Job job(RunJob job, StepJobConfiguration steps, Map<String, Step> all) {
        return steps.job(
                job.label(),
                job.steps().stream()
                        .map(name -> Objects.requireNonNull(all.get(name + "Step"), name))
                        .toList());
    }
}
