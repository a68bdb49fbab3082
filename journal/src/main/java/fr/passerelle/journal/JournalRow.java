package fr.passerelle.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.schemas.contract.CloudEvent;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.RecordCodec.WireFormat;
import fr.passerelle.schemas.contract.Records.UndecodableRecord;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.event.RunPublished;
import fr.passerelle.schemas.fault.OutsideFault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A row of the journal, or a record of a log beside it, on its way to its topic: its rank there and among the records of its subject, both from 1
 * without hole, its bare Avro bytes, the CRC-64-AVRO of the schema they were written with, and its EPCI, SIREN or SANS-EPCI, empty for a record
 * about a run.
 */
@SuppressWarnings("ArrayRecordComponent")
public record JournalRow(
        long seq,
        String eventId,
        int partition,
        String subject,
        long subjectSeq,
        String type,
        byte[] payload,
        long fingerprint,
        long runNo,
        String epci) {

    /** Bytes of payloads after which a page ends: what a Kafka transaction carries, and what is held twice, the next page read ahead. */
    private static final int PAGE_BYTES = 8 << 20;

    private static final String NAMES =
            "seq, event_id, partition, subject, subject_seq, type, payload, schema_fingerprint, run_no, epci";
    private static final String COLUMNS = "select " + NAMES + " from passerelle.journal";

    /** All rows in order. */
    public static final String ALL = COLUMNS + " order by seq";

    /** The rows of some types up to a run, in order. */
    static final String OF_TYPES =
            COLUMNS + " where run_no > :after and run_no <= :run and type = any(:types) order by seq";

    /** How the subject of a record about a run begins. */
    static final String RUN = "run:";

    /**
     * A page of the rows after a rank, in order: at most so many, fewer where they are large, one at least. Its parameters are {@code after},
     * {@code most} and those of the further conditions, which begin with {@code and}, or are empty.
     */
    static String page(String conditions) {
        return """
            select %1$s from (
                select *, sum(octet_length(payload)) over (order by seq) - octet_length(payload) as bytes_before
                from (%2$s where seq > :after%3$s order by seq limit :most) as next) as page
            where bytes_before < %4$d order by seq\
            """.formatted(NAMES, COLUMNS, conditions, PAGE_BYTES);
    }

    /** The row that a query of these columns is at. */
    public static JournalRow of(ResultSet row) throws SQLException {
        return new JournalRow(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getBytes(7),
                row.getLong(8),
                row.getLong(9),
                row.getString(10));
    }

    /** Whether it goes to the topic of runs. */
    public boolean isPublication() {
        return type.equals(RunPublished.SCHEMA$.getName());
    }

    /**
     * The record, in its fixed partition, with the registry's id of its schema, by fingerprint; {@link OutsideFault} where it has none. A
     * publication goes to the topic of runs under the run's own id, any other to the transitions.
     */
    public ProducerRecord<byte[], byte[]> toRecord(Topics topics, Map<Long, Integer> ids) {
        return isPublication()
                ? toRecord(topics.runs(), subject.substring(RUN.length()), topics.namespace(), ids)
                : toRecord(topics.transitions(), subject, topics.namespace(), ids);
    }

    /** The record of a log that has its own topic and keys. */
    ProducerRecord<byte[], byte[]> toRecord(Topic topic, String key, String source, Map<Long, Integer> ids) {
        return new ProducerRecord<>(
                topic.name(),
                partition,
                key.getBytes(UTF_8),
                WireFormat.frame(schemaId(ids), payload),
                headers(source));
    }

    private int schemaId(Map<Long, Integer> ids) {
        Integer id = ids.get(fingerprint);
        if (id == null) {
            throw new OutsideFault("Le schéma de " + type + " (journal, rang " + seq
                    + ") n'est pas enregistré : lancez « ./passerelle register », puis reprenez.");
        }
        return id;
    }

    private List<Header> headers(String source) {
        List<Header> headers = new ArrayList<>();
        headers.add(header("seq", Long.toString(seq)));
        headers.add(header("event_id", eventId));
        headers.add(header("type", type));
        headers.add(header("subject_seq", Long.toString(subjectSeq)));
        headers.add(header("run_no", Long.toString(runNo)));
        new CloudEvent(eventId, source, CloudEvent.PREFIX + type, subject)
                .writeTo((name, value) -> headers.add(new RecordHeader(name, value)));
        return headers;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }

    /**
     * The records of the journal of some runs, decoded one after the other: what the log had said when a run closed. They are read in the caller's transaction, in which rows are fetched little by little.
     */
    public record JournalRecords(JdbcClient jdbc, PayloadReader payloads) {

        private static final int FETCHED_AT_ONCE = 2_000;

        /**
         * Hands over the records of some types, after those of one run, 0 for none, up to those of another, in the order of the log; {@link
         * OutsideFault} where one cannot be read: somebody altered it.
         */
        public void between(long after, long runNo, List<Schema> schemas, Consumer<SpecificRecord> reader) {
            RowCallbackHandler hand = result -> reader.accept(decoded(JournalRow.of(result)));
            jdbc.sql(JournalRow.OF_TYPES)
                    .withFetchSize(FETCHED_AT_ONCE)
                    .param("after", after)
                    .param("run", runNo)
                    .param("types", schemas.stream().map(Schema::getName).toArray(String[]::new))
                    .query(hand);
        }

        private SpecificRecord decoded(JournalRow row) {
            try {
                return payloads.read(row.payload(), row.fingerprint());
            } catch (UndecodableRecord e) {
                throw new OutsideFault("L'enregistrement de rang " + row.seq() + " du journal (" + row.type()
                        + ") ne se lit pas : « ./passerelle verify » dit ce qui a été altéré ; restaurez la base.");
            }
        }
    }
}
