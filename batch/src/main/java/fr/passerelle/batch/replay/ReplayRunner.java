package fr.passerelle.batch.replay;

import fr.passerelle.batch.job.GracefulStop;
import fr.passerelle.batch.job.JobRunner;
import fr.passerelle.batch.server.LogRemoval;
import fr.passerelle.batch.server.Servers;
import fr.passerelle.batch.server.Settings;
import fr.passerelle.journal.Brokers;
import fr.passerelle.journal.fence.RunLock;
import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.replay.Replays;
import fr.passerelle.schemas.diagnostic.RunTrace;
import fr.passerelle.schemas.diagnostic.RunTrace.DiagnosticRun;
import fr.passerelle.schemas.fault.OutsideFault;
import fr.passerelle.schemas.fault.RunRefused;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The operator's side of a replay: it is run, or discarded, by one process at a time. Neither waits for a run, nor disturbs it. */
@Component
public class ReplayRunner {

    /** A reader that was killed is forgotten by Kafka after 45 seconds. */
    private static final Duration LEAVING = Duration.ofSeconds(60);

    /** By then each instance of events, which looks once a second, has seen that it runs no more, and begins nothing. */
    private static final Duration SEEN = Duration.ofSeconds(3);

    private final Servers servers;
    private final Replays replays;
    private final ReplayWriter writer;
    private final ReplayPlanner replayPlanner;
    private final RunLock lock;
    private final GracefulStop stop;
    private final JobRunner jobs;
    private final LogRemoval removal;
    private final Settings settings;

    ReplayRunner(
            Servers servers,
            Replays replays,
            ReplayWriter writer,
            ReplayPlanner replayPlanner,
            RunLock lock,
            GracefulStop stop,
            JobRunner replayJobs,
            Brokers brokers,
            Settings settings) {
        this.servers = servers;
        this.replays = replays;
        this.writer = writer;
        this.replayPlanner = replayPlanner;
        this.lock = lock;
        this.stop = stop;
        this.jobs = replayJobs;
        this.removal = new LogRemoval(brokers);
        this.settings = settings;
    }

    /**
     * Runs a replay as it was planned, or takes it up where it stopped.
     *
     * @return it, COMPLETED, or FAILED with the reason
     * @throws RunRefused when it is not what was planned any more, or its state does not allow it; nothing was written
     */
    public Replay run(long no) {
        return alone(no, replay -> {
            requireRunnable(replay);
            replayPlanner.require(replay);
            DiagnosticRun.begin(replay.id());
            attempt(no);
            DiagnosticRun.end();
            return replays.get(no);
        });
    }

    private void attempt(long no) {
        try (RunTrace.Work attempt = RunTrace.begin("attempt")) {
            writer.begin(no);
            jobs.run(no).ifPresent(sentence -> {
                attempt.fail();
                writer.fail(no, sentence);
            });
        }
    }

    /**
     * Removes all that a replay left: topics, groups, rows. Its record and its steps stay. Once discarded, nothing is done.
     *
     * @throws RunRefused while another process works on it
     */
    public Replay discard(long no, StepMotive motive) {
        return alone(no, replay -> {
            if (replay.state() != Replay.State.DISCARDED) {
                remove(replay);
                writer.discard(replay, motive.account(), motive.reason());
            }
            return replays.get(no);
        });
    }

    private void remove(Replay replay) {
        if (replay.state() == Replay.State.RUNNING) {
            writer.fail(replay.no(), "Écarté en cours d'exécution.");
            pause(SEEN);
        }
        long deadline = System.nanoTime() + LEAVING.toNanos();
        while (removal.isRead(replay.namespace())) {
            if (System.nanoTime() > deadline) {
                throw new OutsideFault("events lit encore le rejeu " + replay.id() + " après " + LEAVING.toSeconds()
                        + " s : regardez son journal (var/), puis recommencez.");
            }
            pause(settings.await().interval());
        }
        removal.remove(replay.namespace());
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutsideFault("Arrêt demandé : le rejeu n'est pas encore écarté, recommencez.");
        }
    }

    private static void requireRunnable(Replay replay) {
        switch (replay.state()) {
            case COMPLETED ->
                throw new RunRefused("Le rejeu " + replay.id() + " est terminé : « ./passerelle replay diff "
                        + replay.id() + " » montre ce qu'il change.");
            case DISCARDED ->
                throw new RunRefused("Le rejeu " + replay.id()
                        + " est écarté : préparez-en un autre (« ./passerelle replay plan »).");
            case PLANNED, RUNNING, FAILED -> {}
        }
    }

    private Replay alone(long no, Function<Replay, Replay> work) {
        servers.needAll();
        Replay asked = replays.get(no);
        String busy = "Un autre processus travaille au rejeu " + asked.id()
                + " : attendez sa fin (« ./passerelle replay show " + asked.id() + " »).";
        try (RunLock.Held held = lock.take(asked.namespace(), busy);
                GracefulStop.Guard guard = stop.guard(
                        List.of(ReplayJobConfiguration.NAME),
                        parameters -> Objects.equals(parameters.getLong(ReplayJobConfiguration.NUMBER), no))) {
            return work.apply(replays.get(no));
        }
    }
}
