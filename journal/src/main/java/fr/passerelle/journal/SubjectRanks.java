package fr.passerelle.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The last rank of each subject, moved on for a whole list of entries by one statement. */
final class SubjectRanks {

    private static final String ADVANCE = """
        insert into passerelle.subject as s (subject, subject_seq)
        select * from unnest(:subjects::text[], :counts::bigint[])
        on conflict (subject) do update set subject_seq = s.subject_seq + excluded.subject_seq
        returning subject, subject_seq\
        """;

    private final JdbcClient jdbc;

    SubjectRanks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reserves as many ranks as there are entries; answers the rank before the first one of each subject. */
    Map<String, Rank> reserve(List<JournalEntry> entries) {
        Map<String, Rank> ranks = new HashMap<>();
        entries.forEach(entry -> ranks.computeIfAbsent(entry.subject(), subject -> new Rank()).value++);
        String[] subjects = ranks.keySet().toArray(String[]::new);
        Long[] counts = ranks.values().stream().map(rank -> rank.value).toArray(Long[]::new);
        RowCallbackHandler rewind = row -> rewind(ranks, row.getString(1), row.getLong(2));
        jdbc.sql(ADVANCE).param("subjects", subjects).param("counts", counts).query(rewind);
        return ranks;
    }

    private static void rewind(Map<String, Rank> ranks, String subject, long last) {
        ranks.computeIfPresent(subject, (s, rank) -> {
            rank.value = last - rank.value;
            return rank;
        });
    }

    /** A counter. */
    static final class Rank {
        private long value;

        long next() {
            return ++value;
        }
    }
}
