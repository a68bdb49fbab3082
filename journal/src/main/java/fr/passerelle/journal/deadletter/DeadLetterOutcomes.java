package fr.passerelle.journal.deadletter;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** What became of dead letters, as the database keeps it. */
final class DeadLetterOutcomes {

    private final JdbcTemplate jdbc;
    private final String namespace;

    DeadLetterOutcomes(JdbcTemplate jdbc, String namespace) {
        this.jdbc = jdbc;
        this.namespace = namespace;
    }

    Map<DeadLetterId, DeadLetter.Outcome> all() {
        Map<DeadLetterId, DeadLetter.Outcome> all = new HashMap<>();
        RowCallbackHandler add = row ->
                all.put(new DeadLetterId(row.getInt(1), row.getLong(2)), DeadLetter.Outcome.valueOf(row.getString(3)));
        jdbc.query(
                "select partition, \"offset\", outcome from passerelle.dead_letter_handled where namespace = ?",
                add,
                namespace);
        return all;
    }

    void keep(DeadLetterId id, DeadLetter.Source source, DeadLetter.Outcome outcome) {
        jdbc.update(
                """
                insert into passerelle.dead_letter_handled
                    (namespace, partition, "offset", source_topic, source_partition, source_offset, outcome)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (namespace, partition, "offset") do update
                set outcome = excluded.outcome, handled_at = now()\
                """,
                namespace,
                id.partition(),
                id.offset(),
                source.topic(),
                source.partition(),
                source.offset(),
                outcome.name());
    }
}
