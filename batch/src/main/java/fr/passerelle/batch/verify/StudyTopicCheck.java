package fr.passerelle.batch.verify;

import fr.passerelle.journal.CommittedReader;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.schemas.contract.StudyLog;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the topic of a log beside the journal holds each record of its table once, as it is there, in its order; and nothing else. */
public record StudyTopicCheck(JdbcClient jdbc, LogSettings settings, StudyLog log, Findings findings) {

    private record TableRecord(long seq, ByteBuffer payload) {}

    /** Compares; answers how many records of the table are still to be relayed. */
    public long compare() {
        Map<String, TableRecord> table = new HashMap<>();
        List<Long> order = new ArrayList<>();
        RowCallbackHandler put =
                row -> table.put(row.getString(1), new TableRecord(row.getLong(2), ByteBuffer.wrap(row.getBytes(3))));
        jdbc.sql("select event_id::text, seq, payload from passerelle.study_record where log = :log")
                .param("log", log.name())
                .query(put);
        Topic topic = log.topic(new Topics(settings.namespace()));
        CommittedReader.each(settings, record -> take(record, table, order), topic);
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i) != i + 1) {
                findings.add("manque, répété ou hors de son rang : l'enregistrement " + (i + 1));
                break;
            }
        }
        return Math.max(0, table.size() - order.size());
    }

    private void take(ConsumerRecord<byte[], byte[]> record, Map<String, TableRecord> table, List<Long> order) {
        TableRecord there = table.get(CommittedReader.text(record.headers().lastHeader("event_id")));
        if (there == null || !there.payload().equals(TopicRecords.payload(record))) {
            findings.add(TopicRecords.at(record) + " : étranger, la base ne l'a pas ainsi");
        } else {
            order.add(there.seq());
        }
    }
}
