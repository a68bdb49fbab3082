package fr.passerelle.journal;

import fr.passerelle.schemas.contract.Topic;
import fr.passerelle.schemas.contract.Topics;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The records of the scenarios, from the first to the last. Few and large: each is a page. */
record ScenarioRows(JdbcClient jdbc) implements RelayRows {

    /** How the subject of a scenario begins. */
    static final String SUBJECT = "scenario:";

    private static final String AFTER = """
        select seq, event_id::text, 0, '%s' || s.scenario_id,
               (select count(*) from passerelle.scenario_record o where o.scenario_no = r.scenario_no and o.seq <= r.seq),
               type, payload, schema_fingerprint, s.base_run_no, ''
        from passerelle.scenario_record r join passerelle.scenario s using (scenario_no)
        where seq > :after order by seq limit 1\
        """.formatted(SUBJECT);

    @Override
    public String carrier() {
        return "scenarios";
    }

    @Override
    public Topic firstTopic(Topics topics) {
        return topics.scenarios();
    }

    @Override
    public void after(long position, int most, Consumer<JournalRow> reader) {
        RowCallbackHandler read = row -> reader.accept(JournalRow.of(row));
        jdbc.sql(AFTER).param("after", position).query(read);
    }

    @Override
    public long count(long position) {
        return end() - position;
    }

    @Override
    public long end() {
        return jdbc.sql("select coalesce(max(seq), 0) from passerelle.scenario_record")
                .query(Long.class)
                .single();
    }

    @Override
    public String eventId(long seq) {
        return jdbc.sql("select event_id::text from passerelle.scenario_record where seq = :seq")
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
