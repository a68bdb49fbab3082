package fr.passerelle.journal;

import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal from its beginning to its present end. */
record WholeJournal(JdbcClient jdbc) implements RelayRows {

    private static final String AFTER = JournalRow.page("");

    @Override
    public void after(long position, int most, Consumer<JournalRow> reader) {
        RowCallbackHandler read = row -> reader.accept(JournalRow.of(row));
        jdbc.sql(AFTER).param("after", position).param("most", most).query(read);
    }

    @Override
    public long count(long position) {
        return end() - position;
    }

    @Override
    public long end() {
        return jdbc.sql("select coalesce(max(seq), 0) from passerelle.journal")
                .query(Long.class)
                .single();
    }

    @Override
    public String eventId(long seq) {
        return jdbc.sql("select event_id::text from passerelle.journal where seq = :seq")
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
