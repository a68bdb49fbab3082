package fr.passerelle.calendar.tour;

import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import fr.passerelle.journal.Pause;
import fr.passerelle.journal.StudyRecords;
import fr.passerelle.journal.StudyRecords.StudyRelay;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.session.PublishedSessions;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.StudyLog;
import fr.passerelle.schemas.event.SeanceTenue;
import fr.passerelle.schemas.event.SessionsHeld;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Cells;
import fr.passerelle.study.WholeFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes in what became of sessions: a file says all of each month of each étape that it speaks of. */
@Component
public record HeldSessions(PublishedSessions sessions, HeldWriter writer, StudyRelay relay, Clock clock) {

    /**
     * Takes a file in. Months that are known so already say nothing.
     *
     * @throws fr.passerelle.sources.reject.UnusableFile when a row has a fault: nothing was written
     */
    public HeldOutcome take(Path path) {
        SeanceMatches matches = new SeanceMatches(sessions.all());
        WholeFile<SeanceRow> file = SeanceRow.read(path, LocalDate.now(clock.withZone(Run.FRANCE)));
        List<SeanceRow> rows = file.with(matches.faults(file.lines())).rows();
        List<SessionsHeld> months = new ArrayList<>();
        rows.stream()
                .collect(Collectors.groupingBy(
                        SeanceRow::lieu,
                        TreeMap::new,
                        Collectors.groupingBy(SeanceRow::month, TreeMap::new, Collectors.toList())))
                .forEach((lieu, all) ->
                        all.forEach((month, told) -> months.add(held(lieu, month, told, matches, file.sha256()))));
        int changed = writer.write(months);
        List<SeanceRow> dated = rows.stream().filter(row -> row.date() != null).toList();
        return new HeldOutcome(
                months.size(),
                changed,
                dated.size(),
                dated.stream().filter(row -> matches.of(row).isEmpty()).count(),
                relay.attempt().orElse(null));
    }

    private static SessionsHeld held(
            String lieu, YearMonth month, List<SeanceRow> rows, SeanceMatches matches, String sha256) {
        return new SessionsHeld(
                lieu,
                matches.epci(lieu),
                month.toString(),
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
     * What a file said: months of étapes, those that changed, rows about a session, and those on days for which none was published.
     *
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

        private static final JsonMapper JSON =
                JsonMapper.builder().addMixIn(SeanceTenue.class, Content.class).build();
        private static final String KNOWN = """
            insert into passerelle.session_month (etape, month, epci, complete, content)
            values (:etape, :month, :epci, :complete, :content::jsonb)
            on conflict (etape, month) do update set epci = excluded.epci, complete = excluded.complete,
                content = excluded.content\
            """;

        /** A session apart from where it was said. */
        @JsonIncludeProperties({"seance", "day", "start", "held", "presences", "firstTime", "personHoursHundredths"})
        private interface Content {}

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
                String content = JSON.writeValueAsString(month.getSeances());
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

    /**
     * A row of a file of sessions: one session and what became of it in numbers, or that a month is complete. What was not told or not counted is
     * null, and so is the date where a month is complete, and the month of a session.
     *
     * @param start first minute
     * @param personHours hundredths of an hour
     */
    record SeanceRow(
            long line,
            String lieu,
            @Nullable LocalDate date,
            @Nullable Integer start,
            @Nullable YearMonth complete,
            boolean held,
            @Nullable Integer presences,
            @Nullable Integer firstTime,
            @Nullable Integer personHours) {

        /** The rows of a file, whose faults are asked for later: more are found against what was published. */
        static WholeFile<SeanceRow> read(Path path, LocalDate today) {
            return WholeFile.read(path, TableSchema.SEANCES, cells -> of(cells, today))
                    .once(row -> Arrays.asList(row.lieu, row.date, row.start, row.complete));
        }

        private static SeanceRow of(Cells cells, LocalDate today) {
            String debut = cells.text("debut");
            String mois = cells.text("mois_complet");
            SeanceRow row = new SeanceRow(
                    cells.row().line(),
                    cells.required("lieu"),
                    cells.day("date"),
                    debut == null
                            ? null
                            : Integer.valueOf(LocalTime.parse(debut).get(ChronoField.MINUTE_OF_DAY)),
                    mois == null ? null : YearMonth.parse(mois),
                    Objects.equals(cells.yes("tenue"), true),
                    cells.integer("presences"),
                    cells.integer("premieres_venues"),
                    cells.integer("heures_personne"));
            row.requireSubject(cells.yes("tenue"));
            row.requirePast(today);
            row.requireCounts();
            return row;
        }

        private void requireSubject(@Nullable Boolean tenue) {
            if ((date == null) == (complete == null)) {
                throw new RunRefused("donnez le jour d'une séance, ou un mois complet : l'un des deux.");
            }
            if ((date == null) == (tenue != null)) {
                throw new RunRefused("une séance dit si elle a été tenue (oui ou non), un mois complet ne le dit pas.");
            }
        }

        private void requirePast(LocalDate today) {
            if (date != null && date.isAfter(today) || complete != null && !complete.isBefore(YearMonth.from(today))) {
                throw new RunRefused("ce jour, ou ce mois, n'est pas encore passé : rien ne s'y est tenu.");
            }
        }

        private void requireCounts() {
            if (!held && Stream.of(presences, firstTime, personHours).anyMatch(Objects::nonNull)) {
                throw new RunRefused(
                        "une séance qui n'a pas été tenue, ou un mois complet, n'a pas de comptes : videz-les.");
            }
            if (firstTime != null && (presences == null || firstTime > presences)) {
                throw new RunRefused(
                        "les premières venues sont parmi les présences : elles ne peuvent pas les dépasser.");
            }
        }

        YearMonth month() {
            return date == null
                    ? Objects.requireNonNull(complete, "A row is about a day or a month")
                    : YearMonth.from(date);
        }
    }

    /** Which published session a row is about: that of the étape and day, and of the hour where the row gives it. */
    static final class SeanceMatches {

        private record PlaceDate(String lieu, LocalDate day) {}

        private final Map<PlaceDate, List<PublishedSession>> published;
        private final Map<String, String> epcis;

        /** @param all sessions that were ever published */
        SeanceMatches(List<PublishedSession> all) {
            this.epcis = all.stream()
                    .collect(Collectors.toMap(PublishedSession::etape, PublishedSession::epci, (one, later) -> later));
            this.published = all.stream()
                    .filter(session -> session.cancelled() == null)
                    .collect(Collectors.groupingBy(session -> new PlaceDate(session.etape(), session.day())));
        }

        String epci(String lieu) {
            return Objects.requireNonNull(epcis.get(lieu), "The étape was published");
        }

        /** The session of a row; empty where none was published then, or several and the row gives no hour. */
        Optional<PublishedSession> of(SeanceRow row) {
            return isUnclear(row)
                    ? Optional.empty()
                    : sessions(row).stream()
                            .filter(session -> row.start() == null || session.start() == row.start())
                            .findFirst();
        }

        /** The sentence of each row that cannot be matched, by line. */
        SortedMap<Long, String> faults(SortedMap<Long, SeanceRow> rows) {
            SortedMap<Long, String> faults = new TreeMap<>();
            Map<String, Long> first = new HashMap<>();
            rows.forEach((line, row) -> {
                if (!epcis.containsKey(row.lieu())) {
                    faults.put(line, "aucune séance n'a été publiée pour cette étape : vérifiez son identifiant.");
                } else if (isUnclear(row)) {
                    faults.put(line, "plusieurs séances sont publiées ce jour-là : donnez l'heure de début de l'une.");
                }
                of(row).map(found -> first.putIfAbsent(found.seance(), line))
                        .ifPresent(before -> faults.put(line, "la ligne " + before + " parle déjà de cette séance."));
            });
            return faults;
        }

        private boolean isUnclear(SeanceRow row) {
            return row.start() == null && sessions(row).size() > 1;
        }

        private List<PublishedSession> sessions(SeanceRow row) {
            return row.date() == null
                    ? List.of()
                    : published.getOrDefault(new PlaceDate(row.lieu(), row.date()), List.of());
        }
    }
}
