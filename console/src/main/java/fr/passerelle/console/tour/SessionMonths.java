package fr.passerelle.console.tour;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The months of étapes whose sessions somebody told. */
@Repository
public class SessionMonths {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    SessionMonths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All, by étape and month. */
    public List<SessionMonth> all() {
        return jdbc.sql("select etape, epci, month, complete, content from passerelle.session_month order by etape,"
                        + " month")
                .query((row, n) -> new SessionMonth(
                        row.getString("etape"),
                        row.getString("epci"),
                        YearMonth.parse(row.getString("month")),
                        row.getBoolean("complete"),
                        sessions(row.getString("content"))))
                .list();
    }

    static List<SessionMonth.Outcome> sessions(String content) {
        return JSON.readTree(content)
                .valueStream()
                .map(session ->
                        new SessionMonth.Outcome(session.get("held").asBoolean(), count(session.get("presences"))))
                .toList();
    }

    private static @Nullable Integer count(@Nullable JsonNode presences) {
        return presences == null || presences.isNull() ? null : presences.asInt();
    }
}
