package fr.passerelle.batch.replay;

import static fr.passerelle.study.replay.ReplayManifest.namespace;

import fr.passerelle.batch.job.GracefulStop;
import fr.passerelle.batch.job.JobRunner;
import fr.passerelle.batch.server.Servers;
import fr.passerelle.batch.server.Settings;
import fr.passerelle.batch.server.TopicCatalogue;
import fr.passerelle.journal.fence.RunLock;
import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.schemas.diagnostic.RunTrace;
import fr.passerelle.schemas.diagnostic.RunTrace.DiagnosticRun;
import fr.passerelle.schemas.fault.OutsideFault;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.Study;
import fr.passerelle.study.life.StudyWriter;
import fr.passerelle.study.replay.ReplayManifest;
import fr.passerelle.study.replay.Replays;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The operator's side of a replay: it is run, or discarded, by one process at a time. Neither waits for a run, nor disturbs it. */
@Component
public record ReplayRunner(
        JdbcClient jdbc,
        Servers servers,
        Replays replays,
        StudyWriter writer,
        ReplayPlanner replayPlanner,
        RunLock lock,
        GracefulStop stop,
        JobRunner replayJobs,
        TopicCatalogue topics,
        Settings settings) {

    /** A reader that was killed is forgotten by Kafka after 45 seconds. */
    private static final Duration LEAVING = Duration.ofSeconds(60);

    /** By then each instance of events, which looks once a second, has seen that it runs no more, and begins nothing. */
    private static final Duration SEEN = Duration.ofSeconds(3);

    /**
     * Runs a replay as it was planned, or takes it up where it stopped; answers it COMPLETED, or FAILED with the reason.
     *
     * @throws RunRefused when it is not what was planned any more, or its state does not allow it; nothing was written
     * @throws OutsideFault when somebody took a step with it meanwhile
     */
    public Study<ReplayManifest> run(long no) {
        return alone(no, replay -> {
            requireRunnable(replay);
            replayPlanner.require(replay);
            DiagnosticRun.begin(replay.id());
            attempt(replay);
            DiagnosticRun.end();
            return replays.get(no);
        });
    }

    private void attempt(Study<ReplayManifest> replay) {
        try (RunTrace.Work attempt = RunTrace.begin("attempt")) {
            writer.begin(replay);
            replayJobs.run(replay.no()).ifPresent(sentence -> {
                attempt.fail();
                if (!writer.fail(replay, sentence) && !isTold(replays.get(replay.no()))) {
                    throw new OutsideFault(sentence);
                }
            });
        }
    }

    /** Whether what became of it can be read off it: it failed, or it was computed before the last word of its job was lost. */
    private static boolean isTold(Study<ReplayManifest> replay) {
        return replay.state() == Study.State.FAILED || replay.isComputed();
    }

    /**
     * Removes all that a replay left: topics, groups, rows. Its record and its steps stay. Once discarded, nothing is done. A RunRefused
     * while another process works on it.
     */
    public Study<ReplayManifest> discard(long no, StepMotive motive) {
        return alone(no, replay -> {
            if (!replay.isDone(Study.Verb.DISCARD)) {
                remove(replay);
                erase(no, motive);
            }
            return replays.get(no);
        });
    }

    private void remove(Study<ReplayManifest> replay) {
        if (replay.state() == Study.State.RUNNING) {
            writer.fail(replay, "Écarté en cours d'exécution.");
            pause(SEEN);
        }
        TopicCatalogue left = topics.in(namespace(replay));
        long deadline = System.nanoTime() + LEAVING.toNanos();
        while (left.reader().isPresent()) {
            if (System.nanoTime() > deadline) {
                throw new OutsideFault("events lit encore le rejeu " + replay.id() + " après " + LEAVING.toSeconds()
                        + " s : regardez son journal (var/), puis recommencez.");
            }
            pause(settings.await().interval());
        }
        left.remove();
    }

    /** Its rows in the read model go with its state. */
    private void erase(long no, StepMotive motive) {
        Study<ReplayManifest> replay = replays.get(no);
        Runnable rows = () -> List.of("result", "run_scored")
                .forEach(table -> jdbc.sql("delete from passerelle." + table + " where namespace = :namespace")
                        .param("namespace", namespace(replay))
                        .update());
        if (!writer.discard(replay, rows, motive)) {
            erase(no, motive);
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutsideFault("Arrêt demandé : le rejeu n'est pas encore écarté, recommencez.");
        }
    }

    private static void requireRunnable(Study<ReplayManifest> replay) {
        replay.require(Study.Verb.RUN);
        if (replay.isDone(Study.Verb.RUN)) {
            throw new RunRefused(replay.named() + " est terminé : " + ReplayManifest.SERIES.told("diff " + replay.id())
                    + " montre ce qu'il change.");
        }
    }

    private Study<ReplayManifest> alone(long no, UnaryOperator<Study<ReplayManifest>> work) {
        servers.needAll();
        Study<ReplayManifest> asked = replays.get(no);
        String busy = "Un autre processus travaille au rejeu " + asked.id()
                + " : attendez sa fin (« ./passerelle replay show " + asked.id() + " »).";
        try (RunLock.Held held = lock.take(namespace(asked), busy);
                GracefulStop.Guard guard = stop.guard(
                        List.of(ReplayJobConfiguration.NAME),
                        parameters -> Objects.equals(parameters.getLong(ReplayJobConfiguration.NUMBER), no))) {
            return work.apply(replays.get(no));
        }
    }
}
