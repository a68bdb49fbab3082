package fr.passerelle.events;

import fr.passerelle.events.stream.StateDirectory;
import fr.passerelle.schemas.contract.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.Lifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Works on each replay that runs, looking each second, as other processes do. A fault in one ends that one only, and is kept with it. */
public final class ReplayHost implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayHost.class);
    private static final long A_SECOND = 1000;
    private static final long PATIENCE_SECONDS = 60;
    private static final String FAULT = "Une faute a arrêté le traitement du rejeu : elle est dans le journal d'events"
            + " (var/). Reprenez-le, ou écartez-le.";

    private final JdbcClient jdbc;
    private final Topics live;
    private final Predicate<Topics> ready;
    private final BiFunction<Topics, Runnable, List<Lifecycle>> parts;
    private final Path folder;
    private final Map<Topics, HostedReplay> hosted = new HashMap<>();
    private boolean silenced;
    private @Nullable ScheduledExecutorService clock;

    /**
     * A host for the replays of one live namespace.
     *
     * @param ready whether the topics of a replay are there
     * @param parts makes what works on a replay, in the order of its start, given what its topology calls when a fault ended it
     * @param folder where they keep their state on this machine, beside the live one
     */
    public ReplayHost(
            JdbcClient jdbc,
            Topics live,
            Predicate<Topics> ready,
            BiFunction<Topics, Runnable, List<Lifecycle>> parts,
            Path folder) {
        this.jdbc = jdbc;
        this.live = live;
        this.ready = ready;
        this.parts = parts;
        this.folder = folder;
    }

    /** A replay that this process works on, and whether a fault ended that. */
    private record HostedReplay(List<Lifecycle> parts, AtomicBoolean broken) {}

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("replays").factory());
        started.scheduleWithFixedDelay(this::look, 0, A_SECOND, TimeUnit.MILLISECONDS);
        clock = started;
    }

    /** Leaves them to the others; their state stays for the next start. */
    @Override
    public synchronized void stop() {
        if (clock != null) {
            clock.execute(() -> Set.copyOf(hosted.keySet()).forEach(this::leave));
            clock.shutdown();
            awaitEnd(clock);
        }
        clock = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return clock != null;
    }

    /** Started by whoever has checked that it can run. */
    @Override
    public boolean isAutoStartup() {
        return false;
    }

    private void look() {
        try {
            List<Topics> wanted = running();
            silenced = false;
            Set<Topics> unwanted = new HashSet<>(hosted.keySet());
            wanted.forEach(unwanted::remove);
            unwanted.forEach(this::leave);
            StateDirectory.keepReplays(folder, live, Set.copyOf(wanted));
            wanted.forEach(this::work);
        } catch (DataAccessException e) {
            warnOnce(e);
        } catch (RuntimeException e) {
            LOG.error("Les rejeux n'ont pas pu être regardés ; nouvel essai dans une seconde.", e);
        }
    }

    /** The topics of each replay that runs, as the database says. */
    private List<Topics> running() {
        return jdbc.sql("select study_id from passerelle.study where state = 'RUNNING' and starts_with(namespace,"
                        + " :replaysPrefix) order by study_no")
                .param("replaysPrefix", live.replaysPrefix())
                .query((row, n) -> live.replay(row.getString(1)))
                .list();
    }

    /** Keeps why one cannot go on; one that runs no more stays as it is. */
    private void fail(Topics replay) {
        jdbc.sql("select passerelle.fail_replay(:namespace, :why)")
                .param("namespace", replay.namespace())
                .param("why", FAULT)
                .query(row -> {});
    }

    private void work(Topics replay) {
        HostedReplay here = hosted.get(replay);
        if (here == null) {
            begin(replay);
        } else if (here.broken().get()) {
            fail(replay);
        }
    }

    private void begin(Topics replay) {
        if (!ready.test(replay)) {
            return;
        }
        AtomicBoolean broken = new AtomicBoolean();
        List<Lifecycle> begun = parts.apply(replay, () -> broken.set(true));
        hosted.put(replay, new HostedReplay(begun, broken));
        try {
            begun.forEach(Lifecycle::start);
            LOG.info("Le rejeu {} est traité.", replay.namespace());
        } catch (RuntimeException e) {
            LOG.error("Le rejeu {} ne démarre pas.", replay.namespace(), e);
            fail(replay);
        }
    }

    private void leave(Topics replay) {
        HostedReplay left = hosted.remove(replay);
        if (left != null) {
            left.parts().reversed().forEach(Lifecycle::stop);
            LOG.info("Le rejeu {} n'est plus traité.", replay.namespace());
        }
    }

    private void warnOnce(DataAccessException e) {
        if (!silenced) {
            LOG.warn(
                    "La base ne dit plus quels rejeux sont en cours ; nouvel essai chaque seconde : {}",
                    e.getMessage());
        }
        silenced = true;
    }

    private static void awaitEnd(ScheduledExecutorService clock) {
        try {
            if (!clock.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Les rejeux ne se sont pas arrêtés en {} s.", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
