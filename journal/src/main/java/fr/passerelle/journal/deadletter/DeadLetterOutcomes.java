package fr.passerelle.journal.deadletter;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of dead letters, as the database keeps it. */
final class DeadLetterOutcomes {

    private final JdbcClient jdbc;
    private final String namespace;

    DeadLetterOutcomes(JdbcClient jdbc, String namespace) {
        this.jdbc = jdbc;
        this.namespace = namespace;
    }

    Map<DeadLetterId, DeadLetter.Outcome> all() {
        Map<DeadLetterId, DeadLetter.Outcome> all = new HashMap<>();
        RowCallbackHandler add = row ->
                all.put(new DeadLetterId(row.getInt(1), row.getLong(2)), DeadLetter.Outcome.valueOf(row.getString(3)));
        jdbc.sql("select partition, \"offset\", outcome from passerelle.dead_letter_handled where namespace ="
                        + " :namespace")
                .param("namespace", namespace)
                .query(add);
        return all;
    }

    void keep(DeadLetterId id, DeadLetter.Source source, DeadLetter.Outcome outcome) {
        jdbc.sql("""
            insert into passerelle.dead_letter_handled
                (namespace, partition, "offset", source_topic, source_partition, source_offset, outcome)
            values (:namespace, :partition, :offset, :sourceTopic, :sourcePartition, :sourceOffset, :outcome)
            on conflict (namespace, partition, "offset") do update
            set outcome = excluded.outcome, handled_at = now()\
            """)
                .param("namespace", namespace)
                .param("partition", id.partition())
                .param("offset", id.offset())
                .param("sourceTopic", source.topic())
                .param("sourcePartition", source.partition())
                .param("sourceOffset", source.offset())
                .param("outcome", outcome.name())
                .update();
    }
}
