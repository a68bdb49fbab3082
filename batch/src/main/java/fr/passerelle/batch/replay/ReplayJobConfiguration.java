package fr.passerelle.batch.replay;

import static fr.passerelle.batch.job.StepJobConfiguration.of;
import static fr.passerelle.study.replay.ReplayManifest.namespace;

import fr.passerelle.batch.job.AwaitTasklet;
import fr.passerelle.batch.job.DeadExecutions;
import fr.passerelle.batch.job.JobRunner;
import fr.passerelle.batch.job.RelayTasklet;
import fr.passerelle.batch.job.StepJobConfiguration;
import fr.passerelle.batch.run.Equations;
import fr.passerelle.batch.server.Settings;
import fr.passerelle.batch.server.TopicCatalogue;
import fr.passerelle.journal.Brokers;
import fr.passerelle.journal.FramedSlice;
import fr.passerelle.journal.FramedSlice.JournalSlice;
import fr.passerelle.journal.FramedSlice.ReplayFrame;
import fr.passerelle.journal.LogAgreement.LogProof;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.journal.Pause;
import fr.passerelle.journal.Relay;
import fr.passerelle.journal.SchemaRegistration;
import fr.passerelle.published.Namespace;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.result.ScoredPartitions;
import fr.passerelle.published.run.RunJob.Phases;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.schemas.fault.OutsideFault;
import fr.passerelle.study.Study;
import fr.passerelle.study.life.StudyWriter;
import fr.passerelle.study.replay.ReplayManifest;
import fr.passerelle.study.replay.Replays;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
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

/** The job of a replay (DESIGN 7), top down; what was planned is checked before it starts. */
@Configuration(proxyBeanMethods = false)
class ReplayJobConfiguration {

    static final String NAME = "replay";
    static final String NUMBER = "replay";

    @Bean
    Job replayJob(
            StepJobConfiguration steps,
            Step replayTopicsStep,
            Step replayRelayStep,
            Step replayAwaitStep,
            Step replayReconcileStep,
            Step replayCompleteStep) {
        return steps.job(
                NAME,
                List.of(replayTopicsStep, replayRelayStep, replayAwaitStep, replayReconcileStep, replayCompleteStep));
    }

    @Bean
    JobRunner replayJobs(JobOperator operator, JobRepository repository, Job replayJob, DeadExecutions dead) {
        return new JobRunner(operator, repository, no -> replayJob, NUMBER, dead);
    }

    @Bean
    Step replayTopicsStep(StepJobConfiguration steps, Replays replays, Brokers brokers, LogSettings settings) {
        LongConsumer create = no -> new TopicCatalogue(brokers, settings.in(namespace(replays.get(no)))).create();
        return steps.step(Phases.TOPICS, of(NUMBER, create));
    }

    @Bean
    Step replayRelayStep(
            StepJobConfiguration steps,
            RunProgress progress,
            Replays replays,
            JdbcClient jdbc,
            SchemaRegistration schemas,
            LogSettings settings) {
        AtomicInteger transactions = new AtomicInteger();
        RelayTasklet relay = new RelayTasklet(
                NUMBER,
                no -> {
                    Study<ReplayManifest> replay = replays.get(no);
                    return Relay.open(
                            settings.in(namespace(replay)),
                            framed(replay, jdbc, settings),
                            schemas,
                            () -> Pause.at("replay-relay-transaction-" + transactions.incrementAndGet()));
                },
                progress);
        return steps.step(Phases.RELAY, relay);
    }

    @Bean
    Step replayAwaitStep(StepJobConfiguration steps, Tasklet replayAwait) {
        return steps.step(Phases.AWAIT, replayAwait);
    }

    /** Its equations: each gap is named. */
    @Bean
    Step replayReconcileStep(
            StepJobConfiguration steps, Replays replays, JdbcClient jdbc, LogSettings log, LogProof proof) {
        return steps.step(Phases.RECONCILE, of(NUMBER, no -> {
            List<String> gaps = gaps(replays.get(no), jdbc, log, proof);
            if (!gaps.isEmpty()) {
                throw new OutsideFault(
                        "Le rapprochement a trouvé " + gaps.size() + " écart(s) :\n  - " + String.join("\n  - ", gaps)
                                + "\nRien n'est comparable ; écartez ce rejeu et préparez-en un autre.");
            }
        }));
    }

    private static List<String> gaps(Study<ReplayManifest> replay, JdbcClient jdbc, LogSettings log, LogProof proof) {
        Namespace own = new Namespace(namespace(replay));
        List<String> gaps = new ArrayList<>(
                LogProof.gaps(proof.expected(framed(replay, jdbc, log)), proof.topic(namespace(replay))));
        gaps.addAll(new Equations(new ScoredPartitions(jdbc, own), new Results(jdbc, own))
                .gaps(replay.no(), replay.question().slice().records()));
        return gaps;
    }

    /** Its hash. */
    @Bean
    Step replayCompleteStep(StepJobConfiguration steps, Replays replays, StudyWriter writer, JdbcClient jdbc) {
        return steps.once(Phases.COMPLETE, of(NUMBER, no -> {
            Study<ReplayManifest> replay = replays.get(no);
            Results results = new Results(jdbc, new Namespace(namespace(replay)));
            writer.complete(
                    replay,
                    results.hash(
                            no,
                            replay.question().baremeHash(),
                            replay.question().asOf()));
            Pause.at("replay-before-complete");
        }));
    }

    /** Waits for the results of a replay, unless {@code events} gave it up: then its own sentence says why. */
    @Bean
    @StepScope
    Tasklet replayAwait(
            @Value("#{jobParameters['replay']}") Long no,
            Replays replays,
            JdbcClient jdbc,
            Settings settings,
            Brokers brokers,
            Clock clock,
            RunProgress progress) {
        Study<ReplayManifest> replay = replays.get(no);
        String remedy =
                "écartez le rejeu (« ./passerelle replay discard " + replay.id() + " ») et préparez-en un autre.";
        Tasklet await = new AwaitTasklet(
                no,
                settings,
                // Who reads the live log will read this one too, a second later.
                List.of(namespace(replay) + ".events", settings.namespace() + ".events"),
                new ScoredPartitions(jdbc, new Namespace(namespace(replay))),
                brokers,
                clock,
                progress,
                remedy);
        return (contribution, context) -> {
            Study<ReplayManifest> now = replays.get(no);
            if (now.state() == Study.State.FAILED) {
                throw new OutsideFault(String.valueOf(now.failure()));
            }
            return await.execute(contribution, context);
        };
    }

    /** The log of a replay, as it was planned. */
    private static FramedSlice framed(Study<ReplayManifest> replay, JdbcClient jdbc, LogSettings settings) {
        return new FramedSlice(
                new JournalSlice(
                        jdbc,
                        replay.question().slice().head(),
                        replay.question().scope().epcis()),
                new ReplayFrame(
                        replay.no(),
                        replay.id(),
                        replay.question().asOf(),
                        ReplayManifest.bareme(replay),
                        replay.question().slice().records(),
                        settings.partitions()));
    }
}
