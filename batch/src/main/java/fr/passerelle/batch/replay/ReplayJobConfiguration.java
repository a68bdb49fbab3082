package fr.passerelle.batch.replay;

import fr.passerelle.batch.job.AwaitTasklet;
import fr.passerelle.batch.job.DeadExecutions;
import fr.passerelle.batch.job.JobRunner;
import fr.passerelle.batch.job.OnceTasklet;
import fr.passerelle.batch.job.Pause;
import fr.passerelle.batch.job.PhaseLines;
import fr.passerelle.batch.job.RelayTasklet;
import fr.passerelle.batch.job.RunProgress;
import fr.passerelle.batch.server.Settings;
import fr.passerelle.journal.Brokers;
import fr.passerelle.journal.FramedSlice;
import fr.passerelle.journal.JournalSlice;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.journal.Relay;
import fr.passerelle.journal.ReplayFrame;
import fr.passerelle.journal.SchemaRegistration;
import fr.passerelle.journal.TopicCatalogue;
import fr.passerelle.published.Namespace;
import fr.passerelle.published.reconciliation.ScoredPartitions;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.replay.Replays;
import fr.passerelle.published.run.Phases;
import fr.passerelle.schemas.bareme.Baremes;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The job of a replay (DESIGN 7), top down; what was planned is checked before it starts. */
@Configuration(proxyBeanMethods = false)
class ReplayJobConfiguration {

    static final String NAME = "replay";
    static final String NUMBER = "replay";

    @Bean
    Job replayJob(
            JobRepository repository,
            Step replayTopicsStep,
            Step replayRelayStep,
            Step replayAwaitStep,
            Step replayReconcileStep,
            Step replayCompleteStep) {
        return new JobBuilder(NAME, repository)
                .start(replayTopicsStep)
                .next(replayRelayStep)
                .next(replayAwaitStep)
                .next(replayReconcileStep)
                .next(replayCompleteStep)
                .build();
    }

    @Bean
    JobRunner replayJobs(JobOperator operator, JobRepository repository, Job replayJob, DeadExecutions dead) {
        return new JobRunner(operator, repository, replayJob, NUMBER, dead);
    }

    @Bean
    Step replayTopicsStep(
            JobRepository repository,
            PlatformTransactionManager manager,
            PhaseLines phases,
            Replays replays,
            Brokers brokers,
            LogSettings settings) {
        LongConsumer create =
                no -> new TopicCatalogue(brokers, settings.in(replays.get(no).namespace())).create();
        return step(Phases.TOPICS, of(create), repository, manager, phases);
    }

    @Bean
    Step replayRelayStep(
            JobRepository repository,
            PlatformTransactionManager manager,
            PhaseLines phases,
            RunProgress progress,
            Replays replays,
            JdbcTemplate jdbc,
            SchemaRegistration schemas,
            LogSettings settings) {
        AtomicInteger transactions = new AtomicInteger();
        RelayTasklet relay = new RelayTasklet(
                NUMBER,
                no -> {
                    Replay replay = replays.get(no);
                    return Relay.open(
                            settings.in(replay.namespace()),
                            framed(replay, jdbc, settings),
                            schemas,
                            () -> Pause.at("replay-relay-transaction-" + transactions.incrementAndGet()));
                },
                progress);
        return new StepBuilder(Phases.RELAY, repository)
                .tasklet(relay, manager)
                .listener(relay)
                .listener(phases)
                .build();
    }

    @Bean
    Step replayAwaitStep(
            JobRepository repository, PlatformTransactionManager manager, PhaseLines phases, Tasklet replayAwait) {
        return step(Phases.AWAIT, replayAwait, repository, manager, phases);
    }

    @Bean
    Step replayReconcileStep(
            JobRepository repository, PlatformTransactionManager manager, PhaseLines phases, Completion completion) {
        return step(Phases.RECONCILE, of(completion::reconcile), repository, manager, phases);
    }

    @Bean
    Step replayCompleteStep(
            JobRepository repository, PlatformTransactionManager manager, PhaseLines phases, Completion completion) {
        return step(Phases.COMPLETE, new OnceTasklet(of(completion::complete)), repository, manager, phases);
    }

    @Bean
    @StepScope
    Tasklet replayAwait(
            @Value("#{jobParameters['replay']}") Long no,
            Replays replays,
            JdbcTemplate jdbc,
            Settings settings,
            Brokers brokers,
            Clock clock,
            RunProgress progress) {
        Replay replay = replays.get(no);
        Settings own = settings.in(replay.namespace());
        String remedy =
                "écartez le rejeu (« ./passerelle replay discard " + replay.id() + " ») et préparez-en un autre.";
        return new ReplayAwait(
                no,
                replays,
                new AwaitTasklet(
                        no,
                        settings,
                        readers(settings, own),
                        new ScoredPartitions(jdbc, new Namespace(replay.namespace())),
                        brokers,
                        clock,
                        progress,
                        remedy));
    }

    /** The log of a replay, as it was planned. */
    static FramedSlice framed(Replay replay, JdbcTemplate jdbc, LogSettings settings) {
        return new FramedSlice(
                new JournalSlice(jdbc, replay.manifest().head(), replay.scope().epcis()),
                new ReplayFrame(
                        replay.no(),
                        replay.id(),
                        replay.asOf(),
                        Baremes.read(replay.baremeText()),
                        replay.manifest().records(),
                        settings.partitions()));
    }

    /** Who reads the live log will read this one too, a second later. */
    private static List<String> readers(Settings live, Settings own) {
        return List.of(own.namespace() + ".events", live.namespace() + ".events");
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
            Long no = contribution.getStepExecution().getJobParameters().getLong(NUMBER);
            work.accept(Objects.requireNonNull(no));
            return RepeatStatus.FINISHED;
        };
    }
}
