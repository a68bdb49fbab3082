package fr.passerelle.calendar.tour;

import fr.passerelle.published.session.PublishedSession;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which published session a row is about: that of the étape and day, and of the hour where the row gives it. */
final class SeanceMatches {

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
