package fr.passerelle.journal;

import fr.passerelle.schemas.contract.Topic;
import fr.passerelle.schemas.contract.Topics;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The records of a log beside the journal, from the first to the last. */
record SideRows(JdbcClient jdbc, SideLog log) implements RelayRows {

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
        jdbc.sql(log.after()).param("after", position).query(read);
    }

    @Override
    public long count(long position) {
        return end() - position;
    }

    @Override
    public long end() {
        return jdbc.sql("select coalesce(max(seq), 0) from " + log.table())
                .query(Long.class)
                .single();
    }

    @Override
    public String eventId(long seq) {
        return jdbc.sql("select event_id::text from " + log.table() + " where seq = :seq")
                .param("seq", seq)
                .query(String.class)
                .optional()
                .orElse("");
    }

    @Override
    public String remedy() {
        return "reconstruisez les topics (« ./passerelle rebuild-topics »).";
    }
}
