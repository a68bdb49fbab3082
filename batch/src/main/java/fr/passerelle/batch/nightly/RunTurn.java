package fr.passerelle.batch.nightly;

import fr.passerelle.batch.job.GracefulStop;
import fr.passerelle.batch.run.Attempts;
import fr.passerelle.batch.run.MetricsFile;
import fr.passerelle.batch.run.RunOutcome;
import fr.passerelle.batch.server.DatabaseServer;
import fr.passerelle.batch.server.Servers;
import fr.passerelle.journal.fence.RunLock;
import fr.passerelle.published.run.RunJob;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** A turn at the live log: one process at a time works on its runs, under the lock, and a stop waits for it. */
@Component
record RunTurn(
        DatabaseServer database,
        Servers servers,
        RunLock lock,
        GracefulStop stop,
        Attempts attempts,
        MetricsFile metrics) {

    /** Works alone; refused when another process does, or a server is missing. */
    <T> T alone(Supplier<T> work) {
        database.need();
        try (RunLock.Held held = lock.take();
                GracefulStop.Guard guard = stop.guard(RunJob.labels(), any -> true)) {
            servers.needAll();
            try {
                return work.get();
            } finally {
                metrics.write();
            }
        }
    }

    /** Works alone on a run after the last one, once that is settled; refused when it waits to be restarted or abandoned. */
    RunOutcome next(Supplier<RunOutcome> work) {
        return alone(() -> attempts.settle().orElseGet(work));
    }
}
