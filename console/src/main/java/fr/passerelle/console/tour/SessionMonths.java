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

    /**
     * What is known of the sessions of an étape in a month.
     *
     * @param epci SIREN
     */
    public record SessionMonth(String etape, String epci, YearMonth month, boolean complete, List<Outcome> sessions) {

        /**
         * What became of a session.
         *
         * @param presences null where nobody counted, or it was not held
         */
        public record Outcome(boolean held, @Nullable Integer presences) {}

        /** Whether nothing is missing from it, neither a session nor a count. */
        boolean isWhole() {
            return complete && sessions.stream().allMatch(session -> !session.held() || session.presences() != null);
        }
    }
}
