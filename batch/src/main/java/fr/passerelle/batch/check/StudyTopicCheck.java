package fr.passerelle.batch.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.journal.CommittedReader;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.journal.StudyLog;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.WireFormat;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the topic of a log beside the journal holds each record of its table once, as it is there, in its order; and nothing else. */
public final class StudyTopicCheck {

    private final JdbcClient jdbc;
    private final LogSettings settings;
    private final StudyLog log;
    private final Findings findings;
    private final Map<String, TableRecord> table = new HashMap<>();
    private final List<Long> order = new ArrayList<>();

    /** Nothing is read yet. */
    public StudyTopicCheck(JdbcClient jdbc, LogSettings settings, StudyLog log, Findings findings) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.log = log;
        this.findings = findings;
    }

    private record TableRecord(long seq, ByteBuffer payload) {}

    /** Compares; answers how many records of the table are still to be relayed. */
    public long compare() {
        RowCallbackHandler put =
                row -> table.put(row.getString(1), new TableRecord(row.getLong(2), ByteBuffer.wrap(row.getBytes(3))));
        jdbc.sql("select event_id::text, seq, payload from passerelle.study_record where log = :log")
                .param("log", log.name())
                .query(put);
        try (CommittedReader reader = new CommittedReader(settings)) {
            reader.fromTheBeginning(log.topic(new Topics(settings.namespace())).name(), this::take);
        }
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i) != i + 1) {
                findings.add("manque, répété ou hors de son rang : l'enregistrement " + (i + 1));
                break;
            }
        }
        return Math.max(0, table.size() - order.size());
    }

    private boolean take(ConsumerRecord<byte[], byte[]> record) {
        Header id = record.headers().lastHeader("event_id");
        TableRecord there = id == null ? null : table.get(new String(id.value(), UTF_8));
        if (there == null || !there.payload().equals(payload(record))) {
            findings.add(record.topic() + ", partition " + record.partition() + ", offset " + record.offset()
                    + " : étranger, la base ne l'a pas ainsi");
        } else {
            order.add(there.seq());
        }
        return true;
    }

    private static ByteBuffer payload(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value();
        int from = value == null ? 0 : Math.min(WireFormat.HEADER, value.length);
        return value == null ? ByteBuffer.allocate(0) : ByteBuffer.wrap(value, from, value.length - from);
    }
}
