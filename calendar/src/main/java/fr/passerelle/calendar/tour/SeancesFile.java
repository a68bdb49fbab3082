package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.tour.SeancesFile.SeanceRow;
import fr.passerelle.published.session.PublishedSession;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Cells;
import fr.passerelle.study.WholeFile.RowFault;
import fr.passerelle.study.WholeFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.Arrays;
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

/** What became of sessions, in numbers. */
final class SeancesFile {

    private final LocalDate today;

    private SeancesFile(LocalDate today) {
        this.today = today;
    }

    /** The rows of a file, whose faults are asked for later: more are found against what was published. */
    static WholeFile<SeanceRow> read(Path path, LocalDate today) {
        return WholeFile.read(path, TableSchema.seances(), new SeancesFile(today)::row)
                .once(row -> Arrays.asList(row.lieu(), row.date(), row.start(), row.complete()));
    }

    private SeanceRow row(Cells cells) {
        SeanceRow row = new SeanceRow(
                cells.row().line(),
                cells.required("lieu"),
                cells.day("date"),
                minute(cells.text("debut")),
                month(cells.text("mois_complet")),
                Objects.equals(cells.yes("tenue"), true),
                cells.integer("presences"),
                cells.integer("premieres_venues"),
                cells.integer("heures_personne"));
        requireSubject(row, cells.yes("tenue"));
        requirePast(row);
        requireCounts(row);
        return row;
    }

    private static void requireSubject(SeanceRow row, @Nullable Boolean tenue) {
        if ((row.date() == null) == (row.complete() == null)) {
            throw new RowFault("donnez le jour d'une séance, ou un mois complet : l'un des deux.");
        }
        if ((row.date() == null) == (tenue != null)) {
            throw new RowFault("une séance dit si elle a été tenue (oui ou non), un mois complet ne le dit pas.");
        }
    }

    private void requirePast(SeanceRow row) {
        if (row.date() != null && row.date().isAfter(today)
                || row.complete() != null && !row.complete().isBefore(YearMonth.from(today))) {
            throw new RowFault("ce jour, ou ce mois, n'est pas encore passé : rien ne s'y est tenu.");
        }
    }

    private static void requireCounts(SeanceRow row) {
        boolean counted =
                Stream.of(row.presences(), row.firstTime(), row.personHours()).anyMatch(Objects::nonNull);
        if (counted && !row.held()) {
            throw new RowFault("une séance qui n'a pas été tenue, ou un mois complet, n'a pas de comptes : videz-les.");
        }
        if (row.firstTime() != null && (row.presences() == null || row.firstTime() > row.presences())) {
            throw new RowFault("les premières venues sont parmi les présences : elles ne peuvent pas les dépasser.");
        }
    }

    private static @Nullable Integer minute(@Nullable String hour) {
        return hour == null ? null : Integer.valueOf(LocalTime.parse(hour).get(ChronoField.MINUTE_OF_DAY));
    }

    private static @Nullable YearMonth month(@Nullable String month) {
        return month == null ? null : YearMonth.parse(month);
    }

    /**
     * A row of a file of sessions: one session, or that a month is complete.
     *
     * @param line in the file
     * @param lieu subject of the étape
     * @param date null where a month is complete
     * @param start first minute; null where not told
     * @param complete the month that is complete; null for a session
     * @param held whether it was held
     * @param presences null where nobody counted
     * @param firstTime null where nobody counted
     * @param personHours hundredths of an hour; null where nobody counted
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

        /** The month that it is about. */
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

        /** SIREN of the EPCI of an étape that was published. */
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
