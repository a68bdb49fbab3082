package fr.passerelle.journal;

import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The journal from its beginning to its present end. */
record WholeJournal(JdbcTemplate jdbc) implements RelayRows {

    private static final String AFTER = JournalRow.page("");

    @Override
    public void after(long position, int most, Consumer<JournalRow> reader) {
        RowCallbackHandler read = row -> reader.accept(JournalRow.of(row));
        jdbc.query(AFTER, read, position, most);
    }

    @Override
    public long count(long position) {
        return end() - position;
    }

    @Override
    public long end() {
        Long head = jdbc.queryForObject("select coalesce(max(seq), 0) from passerelle.journal", Long.class);
        return head == null ? 0 : head;
    }

    @Override
    public String eventId(long seq) {
        return jdbc
                .queryForList("select event_id::text from passerelle.journal where seq = ?", String.class, seq)
                .stream()
                .findFirst()
                .orElse("");
    }

    @Override
    public String remedy() {
        return "reconstruisez les topics (« ./passerelle rebuild-topics »).";
    }
}
