package fr.passerelle.batch.nightly;

import static fr.passerelle.batch.job.StepJobConfiguration.of;

import fr.passerelle.batch.attendance.AttendanceReader;
import fr.passerelle.batch.attendance.AttendanceReader.AttendanceLine;
import fr.passerelle.batch.attendance.DueMonths;
import fr.passerelle.batch.attendance.RefusedRows;
import fr.passerelle.batch.attendance.StageWriter;
import fr.passerelle.batch.attendance.StagingRepair;
import fr.passerelle.batch.input.InputPaths;
import fr.passerelle.batch.job.AwaitTasklets;
import fr.passerelle.batch.job.DeadExecutions;
import fr.passerelle.batch.job.JobRunner;
import fr.passerelle.batch.job.RelayTasklet;
import fr.passerelle.batch.job.StepJobConfiguration;
import fr.passerelle.batch.run.Closing;
import fr.passerelle.batch.run.Publication;
import fr.passerelle.batch.run.Reconciliation;
import fr.passerelle.batch.run.RunPreconditions;
import fr.passerelle.batch.run.StepCounts;
import fr.passerelle.batch.server.Settings;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.journal.Pause;
import fr.passerelle.journal.Relay;
import fr.passerelle.journal.Relay.WholeJournal;
import fr.passerelle.journal.SchemaRegistration;
import fr.passerelle.journal.StudyRecords.StudyRelay;
import fr.passerelle.published.Namespace;
import fr.passerelle.published.result.ScoredPartitions;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Run.Withdrawal;
import fr.passerelle.published.run.RunJob;
import fr.passerelle.published.run.RunJob.Phases;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.event.SourceRole;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The jobs of live runs (DESIGN 6), each of the steps that {@link RunJob} lists, and all the steps of which it lists some. A run's row and
 * its RunOpened are written in one transaction just before its job starts, so that its number identifies it; its report is printed from the
 * database after it, and can be printed again.
 */
@Configuration(proxyBeanMethods = false)
record RunJobConfiguration(StepJobConfiguration steps, Runs runs, InputPaths places, DataSource dataSource) {

    @Bean
    JobRunner jobs(
            JobOperator operator,
            JobRepository repository,
            DeadExecutions dead,
            Job nightlyJob,
            Job withdrawalJob,
            Job resubmissionJob,
            Job putInForceJob) {
        LongFunction<Job> jobs = no -> switch (RunJob.of(runs.get(no))) {
            case NIGHTLY -> nightlyJob;
            case WITHDRAWAL -> withdrawalJob;
            case RESUBMISSION -> resubmissionJob;
            case PUT_IN_FORCE -> putInForceJob;
        };
        return new JobRunner(operator, repository, jobs, RunJob.NUMBER, dead);
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
            RunPreconditions preconditions,
            Imports imports,
            DueMonths due,
            Settings settings,
            ItemStreamReader<AttendanceLine> attendanceReader,
            ItemStreamWriter<AttendanceLine> attendanceWriter,
            StepCounts counts,
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
                                steps.once(Phases.ROOMS, (step, chunk) -> imports.places(step, SourceRole.ROOMS)),
                                steps.once(Phases.SITES, (step, chunk) -> imports.places(step, SourceRole.SITES)),
                                steps.step(Phases.WITHDRAWALS, of(RunJob.NUMBER, no -> withdraw(no, due))),
                                steps.chunks(Phases.STAGE, settings.chunk(), attendanceReader, attendanceWriter),
                                steps.step(Phases.IDS, of(RunJob.NUMBER, no -> settleIds(no, counts))),
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

    /** Marks what the registers that a run takes back have said, before anything is held against it; the fold does the rest. */
    private void withdraw(long no, DueMonths due) {
        List<Withdrawal> asked = runs.get(no).parameters().withdrawals();
        due.withdraw(no, asked.stream().map(Withdrawal::sha256).toList());
    }

    @Bean
    @StepScope
    ItemStreamReader<AttendanceLine> attendanceReader(@Value("#{jobParameters['run']}") Long run) {
        return new AttendanceReader(places.attendance(runs.get(run)));
    }

    @Bean
    @StepScope
    ItemStreamWriter<AttendanceLine> attendanceWriter(
            @Value("#{jobParameters['run']}") Long run, PlatformTransactionManager manager, RunProgress progress) {
        Run opened = runs.get(run);
        return new StageWriter(
                dataSource, new TransactionTemplate(manager), places.attendance(opened), run, opened.night(), progress);
    }

    /** Settles the ids of the lines that a run has read, in one pass and one transaction. */
    private void settleIds(long no, StepCounts counts) {
        StagingRepair staging = staging(no);
        staging.requireAll(counts.staged(runs.get(no)));
        staging.settleIds();
    }

    /** Makes rejects of the lines that others made refuse, a file a transaction; then the lines that were read are forgotten. */
    @Bean
    @StepScope
    Tasklet refusalTasklet(@Value("#{jobParameters['run']}") Long run) {
        RefusedRows refused = new RefusedRows(dataSource, places.attendance(runs.get(run)), run);
        StagingRepair staging = staging(run);
        return (contribution, chunk) -> {
            if (refused.next()) {
                return RepeatStatus.CONTINUABLE;
            }
            staging.clear();
            return RepeatStatus.FINISHED;
        };
    }

    private StagingRepair staging(long no) {
        Run run = runs.get(no);
        return new StagingRepair(dataSource, places.attendance(run), no, run.night());
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
