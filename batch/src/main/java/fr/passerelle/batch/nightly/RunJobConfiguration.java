package fr.passerelle.batch.nightly;

import static fr.passerelle.batch.job.StepJobConfiguration.of;

import fr.passerelle.batch.job.AwaitTasklets;
import fr.passerelle.batch.job.DeadExecutions;
import fr.passerelle.batch.job.JobRunner;
import fr.passerelle.batch.job.RelayTasklet;
import fr.passerelle.batch.job.StepJobConfiguration;
import fr.passerelle.batch.run.Closing;
import fr.passerelle.batch.run.Publication;
import fr.passerelle.batch.run.Reconciliation;
import fr.passerelle.batch.run.RunPreconditions;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.journal.Pause;
import fr.passerelle.journal.Relay;
import fr.passerelle.journal.Relay.WholeJournal;
import fr.passerelle.journal.SchemaRegistration;
import fr.passerelle.journal.StudyRecords.StudyRelay;
import fr.passerelle.published.Namespace;
import fr.passerelle.published.result.ScoredPartitions;
import fr.passerelle.published.run.RunJob;
import fr.passerelle.published.run.RunJob.Phases;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.published.run.Runs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * The jobs of live runs (DESIGN 6), each of the steps that {@link RunJob} lists, and all the steps of which it lists some. A run's row and
 * its RunOpened are written in one transaction just before its job starts, so that its number identifies it; its report is printed from the
 * database after it, and can be printed again.
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
    Job nightlyJob(RunSteps steps) {
        return steps.job(RunJob.NIGHTLY);
    }

    @Bean
    Job withdrawalJob(RunSteps steps) {
        return steps.job(RunJob.WITHDRAWAL);
    }

    @Bean
    Job resubmissionJob(RunSteps steps) {
        return steps.job(RunJob.RESUBMISSION);
    }

    @Bean
    Job putInForceJob(RunSteps steps) {
        return steps.job(RunJob.PUT_IN_FORCE);
    }

    @Bean
    RunSteps runSteps(
            StepJobConfiguration steps,
            RunPreconditions preconditions,
            Imports imports,
            Step withdrawalsStep,
            Step stageStep,
            Step idsStep,
            FoldTasklet foldTasklet,
            Tasklet refusalTasklet,
            Closing closing,
            RelayTasklet relay,
            Tasklet await,
            Reconciliation reconciliation,
            Publication publication) {
        return new RunSteps(
                steps,
                Stream.of(
                                steps.always(Phases.OPEN, of(RunJob.NUMBER, preconditions::check)),
                                steps.once(Phases.TERRITORIES, imports::territories),
                                steps.once(Phases.ROOMS, imports::rooms),
                                steps.once(Phases.SITES, imports::sites),
                                withdrawalsStep,
                                stageStep,
                                idsStep,
                                steps.step(Phases.FOLD, foldTasklet),
                                steps.step(Phases.REFUSALS, refusalTasklet),
                                steps.once(Phases.DECISIONS, imports::decisions),
                                steps.once(Phases.CLOSE, of(RunJob.NUMBER, closing::close)),
                                steps.step(Phases.RELAY, relay),
                                steps.step(Phases.AWAIT, await),
                                steps.step(Phases.RECONCILE, of(RunJob.NUMBER, reconciliation::check)),
                                steps.once(Phases.PUBLISH, of(RunJob.NUMBER, publication::publish)),
                                steps.step(Phases.ANNOUNCE, relay))
                        .collect(Collectors.toMap(Step::getName, step -> step)));
    }

    /** The steps of all jobs of runs, by their names. */
    record RunSteps(StepJobConfiguration kinds, Map<String, Step> all) {

        Job job(RunJob job) {
            return kinds.job(
                    job.label(),
                    job.steps().stream()
                            .map(name -> Objects.requireNonNull(all.get(name), name))
                            .toList());
        }
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
            AwaitTasklets awaits,
            Namespace namespace,
            ScoredPartitions scoredPartitions) {
        return awaits.of(
                run,
                List.of(namespace.name() + ".events"),
                scoredPartitions,
                "reconstruisez les topics (« rebuild-topics »), puis reprenez.");
    }
}
