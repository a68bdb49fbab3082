package fr.passerelle.batch.replay;

import static fr.passerelle.batch.job.StepJobConfiguration.of;
import static fr.passerelle.study.replay.ReplayManifest.namespace;

import fr.passerelle.batch.job.AwaitTasklets;
import fr.passerelle.batch.job.DeadExecutions;
import fr.passerelle.batch.job.JobRunner;
import fr.passerelle.batch.job.RelayTasklet;
import fr.passerelle.batch.job.StepJobConfiguration;
import fr.passerelle.batch.run.Equations;
import fr.passerelle.batch.server.TopicCatalogue;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The job of a replay (DESIGN 7), top down; what was planned is checked before it starts. */
@Configuration(proxyBeanMethods = false)
record ReplayJobConfiguration(
        StepJobConfiguration steps,
        Replays replays,
        StudyWriter writer,
        JdbcClient jdbc,
        LogSettings log,
        LogProof proof,
        TopicCatalogue topics,
        RunProgress progress) {

    static final String NAME = "replay";
    static final String NUMBER = "replay";

    @Bean
    JobRunner replayJobs(JobOperator operator, JobRepository repository, Job replayJob, DeadExecutions dead) {
        return new JobRunner(operator, repository, no -> replayJob, NUMBER, dead);
    }

    @Bean
    Job replayJob(SchemaRegistration schemas, Tasklet replayAwait) {
        return steps.job(
                NAME,
                List.of(
                        steps.step(Phases.TOPICS, of(NUMBER, this::create)),
                        steps.step(Phases.RELAY, relay(schemas)),
                        steps.step(Phases.AWAIT, replayAwait),
                        steps.step(Phases.RECONCILE, of(NUMBER, this::reconcile)),
                        steps.once(Phases.COMPLETE, of(NUMBER, this::complete))));
    }

    private void create(long no) {
        topics.in(namespace(replays.get(no))).create();
    }

    private RelayTasklet relay(SchemaRegistration schemas) {
        AtomicInteger transactions = new AtomicInteger();
        return new RelayTasklet(
                NUMBER,
                no -> {
                    Study<ReplayManifest> replay = replays.get(no);
                    return Relay.open(
                            log.in(namespace(replay)),
                            framed(replay),
                            schemas,
                            () -> Pause.at("replay-relay-transaction-" + transactions.incrementAndGet()));
                },
                progress);
    }

    /** Its equations: each gap is named. */
    private void reconcile(long no) {
        Study<ReplayManifest> replay = replays.get(no);
        Namespace own = new Namespace(namespace(replay));
        List<String> gaps = new ArrayList<>(LogProof.gaps(proof.expected(framed(replay)), proof.topic(own.name())));
        gaps.addAll(new Equations(new ScoredPartitions(jdbc, own), new Results(jdbc, own))
                .gaps(no, replay.question().slice().records()));
        Equations.require(gaps, "Rien n'est comparable ; écartez ce rejeu et préparez-en un autre.");
    }

    /** Its hash. */
    private void complete(long no) {
        Study<ReplayManifest> replay = replays.get(no);
        ReplayManifest asked = replay.question();
        Results results = new Results(jdbc, new Namespace(namespace(replay)));
        writer.complete(replay, results.hash(no, asked.baremeHash(), asked.asOf()));
        Pause.at("replay-before-complete");
    }

    /** Waits for the results of a replay, unless {@code events} gave it up: then its own sentence says why. */
    @Bean
    @StepScope
    Tasklet replayAwait(@Value("#{jobParameters['replay']}") Long no, AwaitTasklets awaits) {
        Study<ReplayManifest> replay = replays.get(no);
        Tasklet await = awaits.of(
                no,
                // Who reads the live log will read this one too, a second later.
                List.of(namespace(replay) + ".events", log.namespace() + ".events"),
                new ScoredPartitions(jdbc, new Namespace(namespace(replay))),
                "écartez le rejeu (« ./passerelle replay discard " + replay.id() + " ») et préparez-en un autre.");
        return (contribution, context) -> {
            Study<ReplayManifest> now = replays.get(no);
            if (now.state() == Study.State.FAILED) {
                throw new OutsideFault(String.valueOf(now.failure()));
            }
            return await.execute(contribution, context);
        };
    }

    /** The log of a replay, as it was planned. */
    private FramedSlice framed(Study<ReplayManifest> replay) {
        ReplayManifest asked = replay.question();
        return new FramedSlice(
                new JournalSlice(jdbc, asked.slice().head(), asked.scope().epcis()),
                new ReplayFrame(
                        replay.no(),
                        replay.id(),
                        asked.asOf(),
                        ReplayManifest.bareme(replay),
                        asked.slice().records(),
                        log.partitions()));
    }
}
