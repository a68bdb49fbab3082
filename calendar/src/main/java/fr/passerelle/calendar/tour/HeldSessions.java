package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.tour.SeancesFile.SeanceMatches;
import fr.passerelle.calendar.tour.SeancesFile.SeanceRow;
import fr.passerelle.journal.Pause;
import fr.passerelle.journal.StudyLog;
import fr.passerelle.journal.StudyRecords;
import fr.passerelle.journal.StudyRelay;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.session.PublishedSession;
import fr.passerelle.published.session.PublishedSessions;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.SeanceTenue;
import fr.passerelle.schemas.event.SessionsHeld;
import fr.passerelle.study.WholeFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes in what became of sessions: a file says all of each month of each étape that it speaks of. */
@Component
public class HeldSessions {

    private record PlaceMonth(String lieu, YearMonth month) {

        static final Comparator<PlaceMonth> ORDER =
                Comparator.comparing(PlaceMonth::lieu).thenComparing(PlaceMonth::month);

        static PlaceMonth of(SeanceRow row) {
            return new PlaceMonth(row.lieu(), row.month());
        }
    }

    private final PublishedSessions sessions;
    private final HeldWriter writer;
    private final StudyRelay relay;
    private final Clock clock;

    HeldSessions(PublishedSessions sessions, HeldWriter writer, StudyRelay relay, Clock clock) {
        this.sessions = sessions;
        this.writer = writer;
        this.relay = relay;
        this.clock = clock;
    }

    /**
     * Takes a file in. Months that are known so already say nothing.
     *
     * @throws fr.passerelle.sources.reject.UnusableFile when a row has a fault: nothing was written
     */
    public HeldOutcome take(Path path) {
        SeanceMatches matches = new SeanceMatches(sessions.all());
        WholeFile<SeanceRow> file = SeancesFile.read(path, LocalDate.now(clock.withZone(Run.FRANCE)));
        List<SeanceRow> rows = file.with(matches.faults(file.lines())).rows();
        List<SessionsHeld> months = rows.stream()
                .collect(Collectors.groupingBy(
                        PlaceMonth::of, () -> new TreeMap<>(PlaceMonth.ORDER), Collectors.toList()))
                .entrySet()
                .stream()
                .map(month -> held(month.getKey(), month.getValue(), matches, file.sha256()))
                .toList();
        int changed = writer.write(months);
        return new HeldOutcome(
                months.size(),
                changed,
                rows.stream().filter(row -> row.date() != null).count(),
                rows.stream()
                        .filter(row -> row.date() != null && matches.of(row).isEmpty())
                        .count(),
                relay.attempt().orElse(null));
    }

    private static SessionsHeld held(PlaceMonth month, List<SeanceRow> rows, SeanceMatches matches, String sha256) {
        return new SessionsHeld(
                month.lieu(),
                matches.epci(month.lieu()),
                month.month().toString(),
                rows.stream().anyMatch(row -> row.complete() != null),
                rows.stream()
                        .filter(row -> row.date() != null)
                        .map(row -> tenue(row, matches, sha256))
                        .sorted(Comparator.comparing(SeanceTenue::getDay)
                                .thenComparing(seance -> Objects.requireNonNullElse(seance.getStart(), -1))
                                .thenComparing(seance -> Objects.toString(seance.getSeance(), "")))
                        .toList());
    }

    private static SeanceTenue tenue(SeanceRow row, SeanceMatches matches, String sha256) {
        return new SeanceTenue(
                matches.of(row).map(PublishedSession::seance).orElse(null),
                row.date(),
                matches.of(row).map(PublishedSession::start).orElse(row.start()),
                row.held(),
                row.presences(),
                row.firstTime(),
                row.personHours(),
                sha256,
                row.line());
    }

    /**
     * What a file of sessions said.
     *
     * @param months months of étapes that it speaks of
     * @param changed those that were not known so already
     * @param sessions rows about a session
     * @param unpublished of these, on days for which none was published
     * @param pending why Kafka did not take what was recorded, in French; null where it did
     */
    public record HeldOutcome(
            int months,
            int changed,
            long sessions,
            long unpublished,
            @Nullable String pending) {}

    /** Writes what is known of the sessions of an étape in a month, and what their topic will carry: a file in one transaction. */
    @Repository
    public static class HeldWriter {

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
        private final StudyRecords log;

        HeldWriter(JdbcClient jdbc, Records records) {
            this.jdbc = jdbc;
            this.records = records;
            this.log = new StudyRecords(jdbc, StudyLog.CALENDARS);
        }

        /** Records the months that are not known so already; answers how many. */
        @Transactional
        public int write(List<SessionsHeld> months) {
            StudyRecords.lock(jdbc);
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
}
