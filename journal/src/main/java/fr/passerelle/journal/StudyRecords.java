package fr.passerelle.journal;

import fr.passerelle.journal.Journal.EventId;
import fr.passerelle.journal.Relay.RelayRows;
import fr.passerelle.journal.fence.RunLock;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.StudyLog;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.fault.OutsideFault;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The records of a log beside the journal, in the order in which its topic carries them: appended in the transaction that makes them true. */
public record StudyRecords(JdbcClient jdbc, StudyLog log) implements RelayRows {

    private static final String APPEND = """
        insert into passerelle.study_record
            (log, seq, event_id, subject, subject_seq, epci, study_id, type, payload, schema_fingerprint)
        select :log, coalesce(max(seq), 0) + 1, :eventId, :subject, :rank, :epci, :study, :type, :payload, :fingerprint
        from passerelle.study_record where log = :log\
        """;

    private static final String RANK = "select count(*) + 1 from passerelle.study_record where subject = :subject";

    /** All in partition 0: their order counts. Few and large: each is a page. */
    private static final String AFTER = """
        select seq, event_id::text, 0, subject, subject_seq, type, payload, schema_fingerprint,
               coalesce(s.base_run_no, 0), epci
        from passerelle.study_record left join passerelle.study s using (study_id)
        where log = :log and seq > :after order by seq limit 1\
        """;

    private static final String END = "select coalesce(max(seq), 0) from passerelle.study_record where log = :log";

    private static final String EVENT_ID =
            "select event_id::text from passerelle.study_record where log = :log and seq = :seq";

    /** One writer at a time, until the end of the transaction: so that ranks have no hole. Who may only append may not lock the records. */
    public static void lock(JdbcClient jdbc) {
        jdbc.sql("lock table passerelle.study in share row exclusive mode").update();
    }

    /** Appends in a transaction ({@link IllegalStateException} outside one) a record about an EPCI, by SIREN or empty, of a study or none; {@link OutsideFault} beyond the log's limit. */
    public void append(String subject, String epci, Optional<String> study, Records records, SpecificRecord record) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A record is appended in the transaction of what it describes");
        }
        byte[] payload = checked(subject, records.encode(record));
        lock(jdbc);
        long rank = jdbc.sql(RANK).param("subject", subject).query(Long.class).single();
        jdbc.sql(APPEND)
                .param("log", log.name())
                .param("eventId", new EventId().of(subject, rank, payload))
                .param("subject", subject)
                .param("rank", rank)
                .param("epci", epci)
                .param("study", study.orElse(null))
                .param("type", record.getSchema().getName())
                .param("payload", payload)
                .param("fingerprint", records.fingerprint(record))
                .update();
    }

    private byte[] checked(String subject, byte[] payload) {
        if (payload.length > Journal.MAX_PAYLOAD) {
            throw new OutsideFault(log.named(subject) + " tient en " + payload.length + " octets, plus que les "
                    + Journal.MAX_PAYLOAD
                    + " d'un enregistrement : rien n'en est gardé. Demandez moins de semaines, ou moins d'années.");
        }
        return payload;
    }

    /** Whether it ever recorded anything. */
    boolean isUsed() {
        return end() > 0;
    }

    @Override
    public String carrier() {
        return log.carrier();
    }

    @Override
    public Topic firstTopic(Topics topics) {
        return log.topic(topics);
    }

    @Override
    public ProducerRecord<byte[], byte[]> sent(JournalRow row, Topics topics, Map<Long, Integer> ids) {
        return row.toRecord(log.topic(topics), log.key(row.subject()), topics.namespace(), ids);
    }

    @Override
    public void after(long position, int most, Consumer<JournalRow> reader) {
        RowCallbackHandler read = row -> reader.accept(JournalRow.of(row));
        jdbc.sql(AFTER).param("log", log.name()).param("after", position).query(read);
    }

    @Override
    public long end() {
        return jdbc.sql(END).param("log", log.name()).query(Long.class).single();
    }

    @Override
    public String eventId(long seq) {
        return jdbc.sql(EVENT_ID)
                .param("log", log.name())
                .param("seq", seq)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Carries what studies recorded to their topics: after each command that records something, and with each night. */
    public record StudyRelay(
            RunLock lock, Brokers brokers, LogSettings live, JdbcClient jdbc, SchemaRegistration schemas) {

        private static final Logger LOG = LoggerFactory.getLogger(StudyRelay.class);

        /** Relays all that is pending; {@link OutsideFault} where Kafka, asked only for logs that recorded anything, does not take it. */
        public void drain() {
            for (StudyLog log : StudyLog.values()) {
                if (new StudyRecords(jdbc, log).isUsed()) {
                    drain(log);
                }
            }
        }

        /** Relays all that is pending within a run, which holds the lock: what Kafka does not take stays pending, and the run goes on. */
        public void carry() {
            try {
                drain();
            } catch (OutsideFault e) {
                String studies =
                        Arrays.stream(StudyLog.values()).map(StudyLog::plural).collect(Collectors.joining(" ou des "));
                LOG.warn("Des {} attendent encore d'aller sur leur topic : {}", studies, e.getMessage());
            }
        }

        /** Relays all that is pending, or says in French why not: Kafka does not take it, or a run, which may make topics anew, has the lock. */
        public Optional<String> attempt() {
            try (RunLock.Held held = lock.take()) {
                brokers.need();
                drain();
                return Optional.empty();
            } catch (OutsideFault | RunRefused e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        }

        private void drain(StudyLog log) {
            StudyRecords records = new StudyRecords(jdbc, log);
            try (Relay relay = Relay.open(live, records, schemas, () -> Pause.at(log.pause()))) {
                int relayed;
                do {
                    relayed = relay.relayNext();
                } while (relayed > 0);
            }
        }
    }
}
