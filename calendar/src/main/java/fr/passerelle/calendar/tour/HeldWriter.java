package fr.passerelle.calendar.tour;

import fr.passerelle.journal.Pause;
import fr.passerelle.journal.SideLog;
import fr.passerelle.journal.SideRecords;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.SeanceTenue;
import fr.passerelle.schemas.event.SessionsHeld;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes what is known of the sessions of an étape in a month, and what their topic will carry: a file in one transaction. */
@Repository
public class HeldWriter {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String KNOWN = """
        insert into passerelle.session_month (etape, month, epci, complete, content)
        values (:etape, :month, :epci, :complete, :content::jsonb)
        on conflict (etape, month) do update set epci = excluded.epci, complete = excluded.complete,
            content = excluded.content\
        """;

    /** A session apart from where it was said. */
    private record Content(
            @Nullable String seance,
            String day,
            @Nullable Integer start,
            boolean held,
            @Nullable Integer presences,
            @Nullable Integer firstTime,
            @Nullable Integer personHoursHundredths) {

        static Content of(SeanceTenue seance) {
            return new Content(
                    seance.getSeance(),
                    seance.getDay().toString(),
                    seance.getStart(),
                    seance.getHeld(),
                    seance.getPresences(),
                    seance.getFirstTime(),
                    seance.getPersonHoursHundredths());
        }
    }

    private final JdbcClient jdbc;
    private final Records records;
    private final SideRecords log;

    HeldWriter(JdbcClient jdbc, Records records) {
        this.jdbc = jdbc;
        this.records = records;
        this.log = new SideRecords(jdbc, SideLog.CALENDARS);
    }

    /** Records the months that are not known so already; answers how many. */
    @Transactional
    public int write(List<SessionsHeld> months) {
        SideRecords.lock(jdbc);
        int written = 0;
        for (SessionsHeld month : months) {
            String content = JSON.writeValueAsString(
                    month.getSeances().stream().map(Content::of).toList());
            if (!isKnown(month, JSON.readTree(content))) {
                write(month, content);
                written++;
            }
        }
        Pause.at("held-before-commit");
        return written;
    }

    private boolean isKnown(SessionsHeld month, JsonNode content) {
        return jdbc.sql("select content from passerelle.session_month"
                        + " where etape = :etape and month = :month and complete = :complete")
                .param("etape", month.getEtape())
                .param("month", month.getMonth())
                .param("complete", month.getComplete())
                .query((row, n) -> JSON.readTree(row.getString(1)))
                .optional()
                .filter(content::equals)
                .isPresent();
    }

    private void write(SessionsHeld month, String content) {
        String subject = "held:" + month.getEtape() + ":" + month.getMonth();
        log.append(subject, month.getEpci(), Optional.empty(), records, month);
        jdbc.sql(KNOWN)
                .param("etape", month.getEtape())
                .param("month", month.getMonth())
                .param("epci", month.getEpci())
                .param("complete", month.getComplete())
                .param("content", content)
                .update();
    }
}
