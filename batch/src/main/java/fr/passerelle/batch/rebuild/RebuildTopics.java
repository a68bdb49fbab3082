package fr.passerelle.batch.rebuild;

import fr.passerelle.batch.server.Servers;
import fr.passerelle.batch.server.TopicCatalogue;
import fr.passerelle.batch.server.TopicOwner;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.journal.Pause;
import fr.passerelle.journal.Relay;
import fr.passerelle.journal.Relay.WholeJournal;
import fr.passerelle.journal.SchemaRegistration;
import fr.passerelle.journal.StudyRecords.StudyRelay;
import fr.passerelle.journal.fence.RunLock;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.schemas.fault.RunRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fills the topics again from the journal and from what the beside recorded. Stopped at any moment, it is begun again by running it again; until it has made all topics,
 * nothing else begins. {@code events} then computes the results again: it knows by Kafka's own identifiers that the topics are others.
 */
@Component
public record RebuildTopics(
        RunLock lock,
        Servers servers,
        TopicOwner owner,
        TopicCatalogue topics,
        LogSettings log,
        SchemaRegistration schemas,
        JdbcClient jdbc,
        RunProgress progress,
        StudyRelay beside) {

    /**
     * What a rebuilding of the topics did: rows of the journal that it wrote to the new ones, and rows of the read model that it removed, those
     * of runs that the database does not know, or that are not over.
     */
    public record Report(long records, long forgotten) {}

    /**
     * Deletes the topics, makes them anew and relays the whole journal.
     *
     * @param emptied whether to remove every result from the read model first: after a change of the rules' program, results that it
     *     no longer gives would stay there
     * @throws RunRefused when a run is going on, or events reads; nothing was changed
     */
    public Report run(boolean emptied) {
        try (RunLock.Held alone = lock.take()) {
            servers.needAllButTopics();
            // A broker that lost its topics lost who may do what, too.
            owner.restoreRights();
            refuseReaders("");
            progress.begin("Suppression et création des topics");
            int deleted = topics.renew(() -> Pause.at("rebuild-halfway"));
            progress.end(deleted + " topics supprimés");
            refuseReaders(" pendant la reconstruction");
            long forgotten = forget(emptied);
            return new Report(relay(), forgotten);
        }
    }

    private void refuseReaders(String when) {
        topics.reader().ifPresent(group -> {
            throw new RunRefused("events lit le journal" + when + " (groupe " + group
                    + ") : arrêtez-le (« ./passerelle down --events »), puis relancez « ./passerelle"
                    + " rebuild-topics ». Tué à l'instant, il compte encore quelques secondes.");
        });
    }

    private long relay() {
        progress.begin("Journal vers Kafka");
        try (Relay relay = Relay.open(log, new WholeJournal(jdbc), schemas, () -> Pause.at("rebuild-relay"))) {
            long total = relay.pending();
            while (relay.relayNext() > 0) {
                progress.advance(total - relay.pending(), total);
            }
            progress.end(total + " enregistrements");
            beside.drain();
            return total;
        }
    }

    /**
     * Empties the read model before its topics are written again; each statement may be repeated. What the partitions said of all runs goes,
     * since they will say it again, and so do the results of runs that are not over or that the database does not know, since it is older.
     * Those of the others stay readable unless all are to go, and are awaited until they are written again. Answers how many results went.
     */
    private long forget(boolean all) {
        statement("delete from passerelle.run_scored where namespace = :namespace")
                .update();
        statement("delete from passerelle.dead_letter_handled where namespace = :namespace")
                .update();
        long forgotten = statement("""
            delete from passerelle.result r where r.namespace = :namespace and (:all or not exists (
                select from passerelle.run o
                where o.run_no = r.run_no and o.namespace = r.namespace and o.state in ('PUBLISHED', 'ABANDONED')))\
            """).param("all", all).update();
        statement("update passerelle.result set awaited = true where namespace = :namespace")
                .update();
        return forgotten;
    }

    private JdbcClient.StatementSpec statement(String delete) {
        return jdbc.sql(delete).param("namespace", log.namespace());
    }
}
