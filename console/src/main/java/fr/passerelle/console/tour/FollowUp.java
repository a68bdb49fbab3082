package fr.passerelle.console.tour;

import fr.passerelle.console.tour.FollowUp.SessionMonths.SessionMonth;
import fr.passerelle.console.tour.FollowUp.SessionMonths.SessionMonth.Outcome;
import fr.passerelle.console.tour.TourSheet.CalendarNames;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.place.NameOrder;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.rules.conversion.SharedHosts;
import fr.passerelle.rules.frequentation.SeriesSigns;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.JeuDeRegles.Signalements;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.ToursComputed;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The nomadic service, by EPCI: proposed, decided, opened, held, attended; nothing is compared where no month is whole. */
public record FollowUp(List<FollowUpArea> areas, @Nullable PerimeterMonths compared) {

    /** Reads how far each étape has come. */
    static final class Reader {

        private final PublishedResults published;
        private final CalendarNames names;
        private final SortedMap<String, List<Conversion>> proposed;
        private final Map<String, List<PublishedSession>> sessions;
        private final Map<String, List<DecisionRecorded>> decisions;
        private final Map<String, List<SessionMonth>> months;
        private final Map<String, Set<String>> served;

        /** Decisions come in the order in which they were recorded; calendars say whose sessions an étape had that is proposed no more. */
        Reader(
                PublishedResults published,
                List<PublishedSession> sessions,
                List<DecisionRecorded> decisions,
                List<SessionMonth> months,
                List<ToursComputed> calendars) {
            this.published = published;
            this.names = new CalendarNames(List.of(), sessions, published);
            this.proposed = published.proposals().conversions().values().stream()
                    .filter(conversion -> conversion.getHost() != null)
                    .sorted(Comparator.comparing(Conversion::getEpci).thenComparing(Conversion::getRoomId))
                    .collect(Collectors.groupingBy(
                            conversion -> SharedHosts.ofHost(conversion.getHost()), TreeMap::new, Collectors.toList()));
            this.sessions = sessions.stream().collect(Collectors.groupingBy(PublishedSession::etape));
            this.decisions = decisions.stream().collect(Collectors.groupingBy(DecisionRecorded::getSubject));
            this.months = months.stream().collect(Collectors.groupingBy(SessionMonth::etape));
            this.served = calendars.stream()
                    .flatMap(sector -> sector.getEtapes().stream())
                    .collect(Collectors.groupingBy(
                            EtapeDesservie::getEtape,
                            Collectors.flatMapping(etape -> etape.getRooms().stream(), Collectors.toSet())));
        }

        FollowUp read() {
            List<SessionMonth> all =
                    months.values().stream().flatMap(List::stream).toList();
            return new FollowUp(areas(), PerimeterMonths.of(all).orElse(null));
        }

        private List<FollowUpArea> areas() {
            TreeSet<String> etapes = new TreeSet<>(proposed.keySet());
            etapes.addAll(sessions.keySet());
            etapes.addAll(months.keySet());
            return etapes.stream()
                    .map(this::row)
                    .collect(Collectors.groupingBy(FollowUpRow::epci, TreeMap::new, Collectors.toList()))
                    .entrySet()
                    .stream()
                    .map(area -> new FollowUpArea(
                            area.getKey(),
                            published.epciName(area.getKey()),
                            area.getValue().stream()
                                    .sorted(NameOrder.by(FollowUpRow::name, FollowUpRow::etape))
                                    .toList()))
                    .sorted(NameOrder.by(FollowUpArea::name, FollowUpArea::epci))
                    .toList();
        }

        private FollowUpRow row(String etape) {
            List<Conversion> rooms = proposed.getOrDefault(etape, List.of());
            List<SessionMonth> known = months.getOrDefault(etape, List.of());
            Host host = rooms.isEmpty() ? null : rooms.getFirst().getHost();
            int asked = rooms.stream().mapToInt(Conversion::getSessionsAMonth).sum();
            return new FollowUpRow(
                    etape,
                    epci(etape, rooms, known),
                    host == null ? names.place(etape) : host.getName(),
                    host == null ? names.commune(etape) : names.communeOf(host.getInsee()),
                    host == null ? null : asked,
                    decision(roomIds(etape, rooms)).orElse(null),
                    opened(etape).orElse(null),
                    known,
                    expected(known).orElse(null));
        }

        private Optional<ExpectedMonth> expected(List<SessionMonth> known) {
            SortedMap<YearMonth, Integer> presences = new TreeMap<>();
            known.stream().filter(SessionMonth::isWhole).forEach(month -> {
                Integer counted = HeldCount.of(List.of(month)).presences();
                if (counted != null) {
                    presences.put(month.month(), counted);
                }
            });
            return ExpectedMonth.of(
                    presences, published.run().bareme().jeuDeRegles().signalements());
        }

        private String epci(String etape, List<Conversion> rooms, List<SessionMonth> known) {
            return Stream.of(
                            rooms.stream().map(Conversion::getEpci),
                            sessions.getOrDefault(etape, List.of()).stream().map(PublishedSession::epci),
                            known.stream().map(SessionMonth::epci))
                    .flatMap(sirens -> sirens)
                    .findFirst()
                    .orElseThrow();
        }

        private Collection<String> roomIds(String etape, List<Conversion> rooms) {
            return rooms.isEmpty()
                    ? new TreeSet<>(served.getOrDefault(etape, Set.of()))
                    : rooms.stream().map(Conversion::getRoomId).toList();
        }

        /** The latest by date; the last that was recorded where dates are equal. */
        private Optional<DecisionRecorded> decision(Collection<String> rooms) {
            return rooms.stream()
                    .flatMap(room -> decisions.getOrDefault(Steps.room(room), List.of()).stream())
                    .filter(Reader::isOfAnEtape)
                    .reduce((one, later) -> later.getDecidedOn().isBefore(one.getDecidedOn()) ? one : later);
        }

        private static boolean isOfAnEtape(DecisionRecorded decision) {
            String becomes = decision.getConversion();
            return becomes == null || becomes.equals(ConversionKind.ETAPE_NOMADE.name());
        }

        private Optional<LocalDate> opened(String etape) {
            return sessions.getOrDefault(etape, List.of()).stream()
                    .filter(session -> session.cancelled() == null)
                    .map(PublishedSession::day)
                    .min(Comparator.naturalOrder());
        }
    }

    /** The étapes of an EPCI, by name, from proposals to who came. */
    public record FollowUpArea(String epci, String name, List<FollowUpRow> rows) {

        public long proposed() {
            return count(row -> row.asked() != null);
        }

        public long decided() {
            return count(FollowUpRow::isDecided);
        }

        /** Étapes that have or had a session. */
        public long opened() {
            return count(row -> row.opened() != null);
        }

        public HeldCount held() {
            return HeldCount.of(
                    rows.stream().flatMap(row -> row.months().stream()).toList());
        }

        private long count(Predicate<FollowUpRow> which) {
            return rows.stream().filter(which).count();
        }
    }

    /**
     * An étape from its proposal to who came: sessions a month that are proposed, null where it is proposed no more; the latest decision about one
     * of its rooms; the day of its first published session that is not cancelled; presences of a month to come. Null where there is none.
     */
    public record FollowUpRow(
            String etape,
            String epci,
            String name,
            String commune,
            @Nullable Integer asked,
            @Nullable DecisionRecorded decision,
            @Nullable LocalDate opened,
            List<SessionMonth> months,
            @Nullable ExpectedMonth expected) {

        public HeldCount held() {
            return HeldCount.of(months);
        }

        /** Whether somebody decided it, and not against it. */
        boolean isDecided() {
            return decision != null && decision.getKind() != DecisionKind.REFUSED;
        }
    }

    /** Sessions that were held, null where nobody told of any month, those of them that somebody counted, and presences at these, null without. */
    public record HeldCount(
            @Nullable Integer sessions,
            int counted,
            @Nullable Integer presences) {

        static HeldCount of(Collection<SessionMonth> months) {
            List<Outcome> held = months.stream()
                    .flatMap(month -> month.sessions().stream())
                    .filter(Outcome::held)
                    .toList();
            List<Integer> counts = held.stream()
                    .map(Outcome::presences)
                    .filter(Objects::nonNull)
                    .toList();
            return new HeldCount(
                    months.isEmpty() ? null : held.size(),
                    counts.size(),
                    counts.isEmpty()
                            ? null
                            : counts.stream().mapToInt(Integer::intValue).sum());
        }
    }

    /** The last whole month beside the one before it, of the étapes whose both months are whole and of all. */
    public record PerimeterMonths(
            YearMonth month,
            int etapes,
            HeldCount constantBefore,
            HeldCount constantAfter,
            HeldCount before,
            HeldCount after) {

        /** Empty where no month of any étape is whole. */
        static Optional<PerimeterMonths> of(List<SessionMonth> months) {
            return months.stream()
                    .filter(SessionMonth::isWhole)
                    .map(SessionMonth::month)
                    .max(Comparator.naturalOrder())
                    .map(last -> of(last, months));
        }

        private static PerimeterMonths of(YearMonth last, List<SessionMonth> months) {
            YearMonth first = last.minusMonths(1);
            Set<String> both = whole(months, last);
            both.retainAll(whole(months, first));
            Predicate<SessionMonth> constant = month -> both.contains(month.etape());
            return new PerimeterMonths(
                    last,
                    both.size(),
                    count(months, first, constant),
                    count(months, last, constant),
                    count(months, first, month -> true),
                    count(months, last, month -> true));
        }

        private static Set<String> whole(List<SessionMonth> months, YearMonth which) {
            return months.stream()
                    .filter(month -> month.month().equals(which) && month.isWhole())
                    .map(SessionMonth::etape)
                    .collect(Collectors.toSet());
        }

        private static HeldCount count(List<SessionMonth> months, YearMonth which, Predicate<SessionMonth> kept) {
            return HeldCount.of(months.stream()
                    .filter(month -> month.month().equals(which))
                    .filter(kept)
                    .toList());
        }
    }

    /** The months of étapes whose sessions somebody told. */
    @Component
    public record SessionMonths(JdbcClient jdbc) {

        private static final JsonMapper JSON = JsonMapper.shared();

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
            return List.of(JSON.readValue(content, SessionMonth.Outcome[].class));
        }

        /** What is known of the sessions of an étape in a month. */
        public record SessionMonth(
                String etape, String epci, YearMonth month, boolean complete, List<Outcome> sessions) {

            /** What became of a session; presences are null where nobody counted, or it was not held. */
            public record Outcome(boolean held, @Nullable Integer presences) {}

            /** Whether nothing is missing from it, neither a session nor a count. */
            boolean isWhole() {
                return complete
                        && sessions.stream().allMatch(session -> !session.held() || session.presences() != null);
            }
        }
    }

    /**
     * The presences that a month to come may have, where its past is long enough to tell. Around the mean of the last twelve months, as far as
     * four in five of the months before were from that of their own (split conformal; Vovk, Gammerman and Shafer 2005).
     */
    public record ExpectedMonth(long low, long high) {

        private static final int YEAR = 12;
        private static final int LEAST = 2 * YEAR;
        private static final int WHOLE = 10_000;
        /** What a series leads to expect; empty under two years of it, where its scale breaks, or after a year without anybody. */
        public static Optional<ExpectedMonth> of(SortedMap<YearMonth, Integer> presences, Signalements thresholds) {
            return presences.size() < LEAST || SeriesSigns.isBroken(presences, thresholds)
                    ? Optional.empty()
                    : of(presences.values().stream().map(Integer::longValue).toList());
        }

        /** The same of a series that does not break. */
        static Optional<ExpectedMonth> of(List<Long> presences) {
            if (presences.size() < LEAST) {
                return Optional.empty();
            }
            long[] distances = IntStream.range(YEAR, presences.size())
                    .filter(month -> yearBefore(presences, month) > 0)
                    .mapToLong(month -> distance(presences.get(month), yearBefore(presences, month)))
                    .sorted()
                    .toArray();
            int rank = Math.ceilDiv((distances.length + 1) * 4, 5);
            long year = yearBefore(presences, presences.size());
            return rank > distances.length || year == 0
                    ? Optional.empty()
                    : Optional.of(around(year, distances[rank - 1]));
        }

        private static ExpectedMonth around(long year, long distance) {
            return new ExpectedMonth(
                    year * Math.max(0, WHOLE - distance) / (YEAR * WHOLE),
                    Math.ceilDiv(year * (WHOLE + distance), (long) YEAR * WHOLE));
        }

        /** How far a month is from the mean of a year, in ten-thousandths of that mean, rounded up. */
        private static long distance(long month, long year) {
            return Math.ceilDiv(Math.abs(YEAR * month - year) * WHOLE, year);
        }

        private static long yearBefore(List<Long> presences, int month) {
            return presences.subList(month - YEAR, month).stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }
}
