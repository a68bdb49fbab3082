package fr.passerelle.batch.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.WireFormat;
import fr.passerelle.schemas.event.RunPublished;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** A row of the journal, on its way to its topic. */
record JournalRow(
        long seq,
        String eventId,
        int partition,
        String subject,
        long subjectSeq,
        String type,
        byte[] payload,
        long fingerprint,
        long runNo) {

    /** All columns of the rows after a seq, for {@link #of}. */
    static final String SELECT = """
        select seq, event_id, partition, subject, subject_seq, type, payload, schema_fingerprint, run_no
        from passerelle.journal where seq > ?\
        """;

    /** How the subject of a record about a run begins. */
    static final String RUN = "run:";

    static JournalRow of(ResultSet row) throws SQLException {
        return new JournalRow(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getBytes(7),
                row.getLong(8),
                row.getLong(9));
    }

    /** The record, in the partition that the journal fixed. A publication goes to the topic of runs, under the run's own id. */
    ProducerRecord<byte[], byte[]> toRecord(Topics topics, Map<Long, Integer> ids) {
        boolean publication = type.equals(RunPublished.SCHEMA$.getName());
        return new ProducerRecord<>(
                publication ? topics.runs().name() : topics.transitions().name(),
                partition,
                (publication ? subject.substring(RUN.length()) : subject).getBytes(UTF_8),
                WireFormat.frame(schemaId(ids), payload),
                headers());
    }

    private int schemaId(Map<Long, Integer> ids) {
        Integer id = ids.get(fingerprint);
        if (id == null) {
            throw new LogRefused("Le schéma de " + type + " (journal, rang " + seq
                    + ") n'est pas enregistré : lancez « ./passerelle register », puis reprenez.");
        }
        return id;
    }

    private List<Header> headers() {
        return List.of(
                header("seq", Long.toString(seq)),
                header("event_id", eventId),
                header("type", type),
                header("subject_seq", Long.toString(subjectSeq)),
                header("run_no", Long.toString(runNo)));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
