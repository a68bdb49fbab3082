package fr.passerelle.batch.verify;

import fr.passerelle.batch.verify.DeepVerification.JournalRows;
import fr.passerelle.journal.Journal.EventId;
import fr.passerelle.journal.JournalRow;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.event.RunAbandoned;
import fr.passerelle.schemas.event.RunClosed;
import fr.passerelle.schemas.event.RunOpened;
import fr.passerelle.schemas.event.RunPublished;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The journal held against itself: no hole, ranks, identifiers, partitions, schemas, counts of the runs. */
final class JournalCheck implements JournalRows {

    private static final Set<String> CONTROLS = Set.of(
            RunOpened.SCHEMA$.getName(),
            RunClosed.SCHEMA$.getName(),
            RunAbandoned.SCHEMA$.getName(),
            RunPublished.SCHEMA$.getName());

    private final Partitions partitions;
    private final PayloadReader payloads;
    private final Findings findings;
    private final EventId ids = new EventId();
    private final Map<String, Long> ranks = new HashMap<>();
    private final Map<Integer, Long> data = new HashMap<>();
    private long last;
    private long lastRun;

    public JournalCheck(Partitions partitions, PayloadReader payloads, Findings findings) {
        this.partitions = partitions;
        this.payloads = payloads;
        this.findings = findings;
    }

    /** How a row is named to people. */
    public static String named(JournalRow row) {
        return "rang " + row.seq() + ", " + row.subject() + " (" + row.type() + ")";
    }

    @Override
    public void take(JournalRow row, @Nullable SpecificRecord record) {
        place(row);
        identity(row);
        schema(row, record);
        if (CONTROLS.contains(row.type())) {
            control(row, record);
        } else {
            data(row);
        }
    }

    /** Compares the ranks that the database keeps of each subject with those of the journal. */
    public void subjects(Map<String, Long> kept) {
        TreeSet<String> all = new TreeSet<>(kept.keySet());
        all.addAll(ranks.keySet());
        for (String subject : all) {
            long here = ranks.getOrDefault(subject, 0L);
            long there = kept.getOrDefault(subject, 0L);
            if (here != there) {
                findings.add("table subject, " + subject + " : dernier rang " + there + ", le journal dit " + here);
            }
        }
    }

    private void place(JournalRow row) {
        if (row.seq() != last + 1) {
            findings.add("il manque les rangs " + (last + 1) + " à " + (row.seq() - 1) + ", avant " + named(row));
        }
        if (row.runNo() < lastRun) {
            findings.add(named(row) + " : dit de l'exécution " + row.runNo() + ", après des lignes de la " + lastRun);
        }
        last = row.seq();
        lastRun = Math.max(lastRun, row.runNo());
    }

    private void identity(JournalRow row) {
        String expected = ids.of(row.subject(), row.subjectSeq(), row.payload()).toString();
        if (!expected.equals(row.eventId())) {
            findings.add(named(row) + " : ligne modifiée ; son identifiant (event_id) est " + row.eventId()
                    + ", son sujet, son rang et ses octets donnent " + expected);
        }
        long rank = ranks.merge(row.subject(), 1L, Long::sum);
        if (rank != row.subjectSeq()) {
            findings.add(named(row) + " : rang " + row.subjectSeq() + " du sujet au lieu de " + rank);
            ranks.put(row.subject(), row.subjectSeq());
        }
    }

    private void schema(JournalRow row, @Nullable SpecificRecord record) {
        if (!payloads.knows(row.fingerprint())) {
            findings.add(named(row) + " : schéma inconnu (empreinte " + row.fingerprint() + ")");
        } else if (record == null) {
            findings.add(named(row) + " : ses octets ne suivent pas son schéma");
        } else if (!record.getSchema().getName().equals(row.type())) {
            findings.add(named(row) + " : ses octets sont ceux d'un "
                    + record.getSchema().getName());
        }
    }

    private void data(JournalRow row) {
        data.merge(row.partition(), 1L, Long::sum);
        int expected = partitions.of(row.epci());
        if (row.partition() != expected) {
            findings.add(named(row) + " : partition " + row.partition() + " au lieu de " + expected
                    + ", celle de l'EPCI " + row.epci());
        }
    }

    private void control(JournalRow row, @Nullable SpecificRecord record) {
        if (row.partition() < 0 || row.partition() >= partitions.count()) {
            findings.add(named(row) + " : partition " + row.partition() + " hors du topic");
        }
        if (record instanceof RunClosed closed && closed.getTotalRecords() != data.getOrDefault(row.partition(), 0L)) {
            findings.add(named(row) + " : annonce " + closed.getTotalRecords() + " enregistrements dans la partition "
                    + row.partition() + ", le journal en a " + data.getOrDefault(row.partition(), 0L));
        }
    }
}
