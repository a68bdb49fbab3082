package fr.passerelle.batch.nightly;

import fr.passerelle.batch.attendance.AttendanceLine;
import fr.passerelle.batch.attendance.AttendanceReader;
import fr.passerelle.batch.attendance.StageWriter;
import fr.passerelle.batch.input.InputPaths;
import fr.passerelle.batch.job.AwaitTasklet;
import fr.passerelle.batch.job.DeadExecutions;
import fr.passerelle.batch.job.JobRunner;
import fr.passerelle.batch.job.OnceTasklet;
import fr.passerelle.batch.job.Pause;
import fr.passerelle.batch.job.PhaseLines;
import fr.passerelle.batch.job.RelayTasklet;
import fr.passerelle.batch.job.RunProgress;
import fr.passerelle.batch.run.Closing;
import fr.passerelle.batch.run.Opening;
import fr.passerelle.batch.run.Publication;
import fr.passerelle.batch.run.Reconciliation;
import fr.passerelle.batch.run.RunPreconditions;
import fr.passerelle.batch.run.StepCounts;
import fr.passerelle.batch.server.Settings;
import fr.passerelle.journal.Brokers;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.journal.Relay;
import fr.passerelle.journal.SchemaRegistration;
import fr.passerelle.published.reconciliation.ScoredPartitions;
import fr.passerelle.published.run.Phases;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.listener.ItemWriteListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The nightly job (DESIGN 6), top down. The run's row and its RunOpened are written in one transaction just before it starts
 * ({@link Opening}), so that its number identifies it; its report is printed from the database after it, and can be printed again.
 */
@Configuration(proxyBeanMethods = false)
class NightlyJobConfiguration {

    private static final String NUMBER = "run";

    @Bean
    JobRunner jobs(JobOperator operator, JobRepository repository, Job nightlyJob, DeadExecutions dead) {
        return new JobRunner(operator, repository, nightlyJob, NUMBER, dead);
    }

    @Bean
    RelayTasklet relay(LogSettings settings, JdbcTemplate jdbc, SchemaRegistration schemas, RunProgress progress) {
        return new RelayTasklet(
                NUMBER, no -> Relay.open(settings, jdbc, schemas, () -> Pause.at("relay-transaction")), progress);
    }

    @Bean
    Job nightlyJob(
            JobRepository repository,
            Step openStep,
            Step territoriesStep,
            Step roomsStep,
            Step sitesStep,
            Step withdrawalsStep,
            Step stageStep,
            Step idsStep,
            Step foldStep,
            Step refusalsStep,
            Step decisionsStep,
            Step closeStep,
            Step relayStep,
            Step awaitStep,
            Step reconcileStep,
            Step publishStep,
            Step announceStep) {
        return new JobBuilder(StepCounts.JOB, durable(repository))
                .start(openStep)
                .next(territoriesStep)
                .next(roomsStep)
                .next(sitesStep)
                .next(withdrawalsStep)
                .next(stageStep)
                .next(idsStep)
                .next(foldStep)
                .next(refusalsStep)
                .next(decisionsStep)
                .next(closeStep)
                .next(relayStep)
                .next(awaitStep)
                .next(reconcileStep)
                .next(publishStep)
                .next(announceStep)
                .build();
    }

    @Bean
    Step openStep(
            JobRepository repository,
            PlatformTransactionManager manager,
            PhaseLines phases,
            RunPreconditions runPreconditions) {
        return new StepBuilder(Phases.OPEN, repository)
                .tasklet(of(runPreconditions::check), manager)
                .listener(phases)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    Step territoriesStep(
            JobRepository repository, PlatformTransactionManager manager, PhaseLines phases, Imports imports) {
        return step(Phases.TERRITORIES, new OnceTasklet(imports::territories), repository, manager, phases);
    }

    @Bean
    Step roomsStep(JobRepository repository, PlatformTransactionManager manager, PhaseLines phases, Imports imports) {
        return step(Phases.ROOMS, new OnceTasklet(imports::rooms), repository, manager, phases);
    }

    @Bean
    Step sitesStep(JobRepository repository, PlatformTransactionManager manager, PhaseLines phases, Imports imports) {
        return step(Phases.SITES, new OnceTasklet(imports::sites), repository, manager, phases);
    }

    @Bean
    Step stageStep(
            JobRepository repository,
            PlatformTransactionManager manager,
            PhaseLines phases,
            Settings settings,
            ItemStreamReader<AttendanceLine> attendanceReader,
            ItemStreamWriter<AttendanceLine> attendanceWriter,
            AttendanceProgress attendanceProgress) {
        return new StepBuilder(Phases.STAGE, repository)
                        .<AttendanceLine, AttendanceLine>chunk(settings.chunk())
                        .transactionManager(manager)
                        .reader(attendanceReader)
                        .writer(attendanceWriter)
                        .stream(attendanceReader)
                        .stream(attendanceWriter)
                        .listener((ItemWriteListener<AttendanceLine>) attendanceProgress)
                        .listener((StepExecutionListener) attendanceProgress)
                        .listener((StepExecutionListener) phases)
                        .build();
    }

    @Bean
    Step withdrawalsStep(
            JobRepository repository,
            PlatformTransactionManager manager,
            PhaseLines phases,
            WithdrawalTasklet withdrawalTasklet) {
        return step(Phases.WITHDRAWALS, withdrawalTasklet, repository, manager, phases);
    }

    @Bean
    Step foldStep(
            JobRepository repository, PlatformTransactionManager manager, PhaseLines phases, FoldTasklet foldTasklet) {
        return new StepBuilder(Phases.FOLD, repository)
                .tasklet(foldTasklet, manager)
                .listener(foldTasklet)
                .listener(phases)
                .build();
    }

    @Bean
    Step idsStep(
            JobRepository repository, PlatformTransactionManager manager, PhaseLines phases, IdsTasklet idsTasklet) {
        return step(Phases.IDS, idsTasklet, repository, manager, phases);
    }

    @Bean
    Step refusalsStep(
            JobRepository repository,
            PlatformTransactionManager manager,
            PhaseLines phases,
            RefusalTasklet refusalTasklet) {
        return step(Phases.REFUSALS, refusalTasklet, repository, manager, phases);
    }

    @Bean
    Step decisionsStep(
            JobRepository repository, PlatformTransactionManager manager, PhaseLines phases, Imports imports) {
        return step(Phases.DECISIONS, new OnceTasklet(imports::decisions), repository, manager, phases);
    }

    @Bean
    Step closeStep(JobRepository repository, PlatformTransactionManager manager, PhaseLines phases, Closing closing) {
        return step(Phases.CLOSE, new OnceTasklet(of(closing::close)), repository, manager, phases);
    }

    @Bean
    Step relayStep(
            JobRepository repository, PlatformTransactionManager manager, PhaseLines phases, RelayTasklet relay) {
        return relaying(Phases.RELAY, relay, repository, manager, phases);
    }

    @Bean
    Step awaitStep(JobRepository repository, PlatformTransactionManager manager, PhaseLines phases, Tasklet await) {
        return step(Phases.AWAIT, await, repository, manager, phases);
    }

    @Bean
    Step reconcileStep(
            JobRepository repository,
            PlatformTransactionManager manager,
            PhaseLines phases,
            Reconciliation reconciliation) {
        return step(Phases.RECONCILE, of(reconciliation::check), repository, manager, phases);
    }

    @Bean
    Step publishStep(
            JobRepository repository, PlatformTransactionManager manager, PhaseLines phases, Publication publication) {
        return step(Phases.PUBLISH, new OnceTasklet(of(publication::publish)), repository, manager, phases);
    }

    @Bean
    Step announceStep(
            JobRepository repository, PlatformTransactionManager manager, PhaseLines phases, RelayTasklet relay) {
        return relaying(Phases.ANNOUNCE, relay, repository, manager, phases);
    }

    @Bean
    @StepScope
    ItemStreamReader<AttendanceLine> attendanceReader(
            @Value("#{jobParameters['run']}") Long run, Runs runs, InputPaths places) {
        return new AttendanceReader(places.attendance(runs.get(run)));
    }

    @Bean
    @StepScope
    ItemStreamWriter<AttendanceLine> attendanceWriter(
            @Value("#{jobParameters['run']}") Long run,
            Runs runs,
            InputPaths places,
            DataSource dataSource,
            PlatformTransactionManager manager) {
        Run opened = runs.get(run);
        return new StageWriter(
                dataSource, new TransactionTemplate(manager), places.attendance(opened), run, opened.night());
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

    private static Step relaying(
            String name,
            RelayTasklet relay,
            JobRepository repository,
            PlatformTransactionManager manager,
            PhaseLines phases) {
        return new StepBuilder(name, repository)
                .tasklet(relay, manager)
                .listener(relay)
                .listener(phases)
                .build();
    }

    private static Step step(
            String name,
            Tasklet tasklet,
            JobRepository repository,
            PlatformTransactionManager manager,
            PhaseLines phases) {
        return new StepBuilder(name, repository)
                .tasklet(tasklet, manager)
                .listener(phases)
                .build();
    }

    private static Tasklet of(LongConsumer work) {
        return (contribution, context) -> {
            Long run = contribution.getStepExecution().getJobParameters().getLong(NUMBER);
            work.accept(Objects.requireNonNull(run));
            return RepeatStatus.FINISHED;
        };
    }

    private static JobRepository durable(JobRepository repository) {
        if (repository instanceof ResourcelessJobRepository) {
            throw new IllegalStateException("A job repository that keeps nothing restarts nothing: it must be JDBC");
        }
        return repository;
    }
}
