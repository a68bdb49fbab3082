package fr.passerelle.calendar.tour;

import fr.passerelle.journal.SideRelay;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.session.PublishedSession;
import fr.passerelle.published.session.PublishedSessions;
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
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

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
    private final SideRelay relay;
    private final Clock clock;

    HeldSessions(PublishedSessions sessions, HeldWriter writer, SideRelay relay, Clock clock) {
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
}
