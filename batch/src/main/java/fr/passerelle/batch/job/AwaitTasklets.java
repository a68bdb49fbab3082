package fr.passerelle.batch.job;

import fr.passerelle.batch.server.Settings;
import fr.passerelle.journal.Brokers;
import fr.passerelle.published.result.ScoredPartitions;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.schemas.fault.OutsideFault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Waits for {@code events}: RunScored of every partition, and the rows that it announces in the read model. Each look is one repeat of
 * the step, so that a stop is heard. Fails when nobody consumes, when nothing moves, or when a partition misses records.
 */
@Component
public record AwaitTasklets(Settings settings, Brokers brokers, Clock clock, RunProgress progress) {

    /** Waits for one run, of which one group of readers must have a member; the remedy of missing records ends a French sentence. */
    public Tasklet of(long runNo, List<String> readers, ScoredPartitions scoredPartitions, String remedy) {
        Watch watch = new Watch();
        return (contribution, context) -> {
            ScoredPartitions.Count count = scoredPartitions.count(runNo);
            if (count.incomplete() > 0) {
                throw new OutsideFault(
                        count.incomplete() + " partition(s) n'ont pas reçu tout le journal (INCOMPLETE) : " + remedy);
            }
            progress.advance(count.partitions(), settings.partitions());
            if (count.complete(settings.partitions())) {
                return RepeatStatus.FINISHED;
            }
            watch.refuseIdle(count, readers);
            Thread.sleep(settings.await().interval());
            return RepeatStatus.CONTINUABLE;
        };
    }

    /** When something was last seen to move, and somebody to read. */
    private final class Watch {

        private Instant lastMove = clock.instant();
        private Instant lastMember = lastMove;
        private ScoredPartitions.@Nullable Count last;

        void refuseIdle(ScoredPartitions.Count count, List<String> readers) {
            Instant now = clock.instant();
            if (!count.equals(last)) {
                last = count;
                lastMove = now;
            } else if (passed(lastMove, settings.await().still(), now)) {
                throw new OutsideFault("Plus rien n'avance depuis "
                        + settings.await().still().toSeconds() + " s (" + count.partitions() + " partitions sur "
                        + settings.partitions() + " notées) : regardez le journal d'events (var/), puis reprenez.");
            }
            if (readers.stream().anyMatch(brokers::hasMembers)) {
                lastMember = now;
            } else if (passed(lastMember, settings.await().emptyGroup(), now)) {
                throw new OutsideFault("Personne ne lit le journal : events n'est pas démarré. Démarrez-le avec "
                        + "« ./passerelle up », puis reprenez.");
            }
        }

        private static boolean passed(Instant from, Duration limit, Instant now) {
            return Duration.between(from, now).compareTo(limit) >= 0;
        }
    }
}
