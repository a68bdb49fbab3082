package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.DueMonths.Due;
import fr.passerelle.batch.month.Attendance;
import fr.passerelle.batch.month.LineId;
import fr.passerelle.batch.month.LineMonths;
import fr.passerelle.batch.month.MonthNo;
import fr.passerelle.batch.month.MonthTraits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that is known of some rooms before they are folded, read at once: the months that the run touches, and why. */
final class RoomRecords {

    private final ImportedMonthTable table;
    private final Set<Integer> leaving;
    private final Map<Integer, String> continued;
    private final List<StagedLines.Room> rooms;
    private final List<Integer> numbers;
    private final Map<Integer, RoomNumbers.Place> places;
    private final Map<MonthNo, Due> dues;
    private final Map<MonthNo, Map<Integer, Map<LineId, MonthNo>>> departures;
    private final Set<MonthNo> changed;
    private final Map<Integer, List<MonthNo>> touched;
    private final Map<MonthNo, ImportedMonthTable.Kept> kept;
    private final Map<MonthNo, List<Integer>> repeats;

    /**
     * Reads what is committed, in a transaction or outside one: of these rooms nobody else writes meanwhile.
     *
     * @param leaving imports that are withdrawn
     * @param continued by the imports that go on with lines that are known under other identities: in which register
     * @param rooms with the lines that were read of them
     */
    RoomRecords(
            DataSource dataSource,
            ImportedMonthTable table,
            Set<Integer> leaving,
            Map<Integer, String> continued,
            List<StagedLines.Room> rooms) {
        DueMonths due = new DueMonths(dataSource);
        this.table = table;
        this.leaving = leaving;
        this.continued = continued;
        this.rooms = rooms;
        this.numbers = rooms.stream().map(StagedLines.Room::no).toList();
        this.places = new RoomNumbers(JdbcClient.create(dataSource)).places(named());
        this.dues = due.of(numbers);
        this.departures = due.departures(numbers);
        this.changed = changed();
        Set<MonthNo> months = touched();
        this.touched = months.stream().collect(Collectors.groupingBy(MonthNo::room));
        this.kept = table.months(months);
        boolean maySettle = !leaving.isEmpty() || !departures.isEmpty() || corrects();
        this.repeats = maySettle ? table.repeats(months) : Map.of();
        if (!leaving.isEmpty()) {
            keepAway();
        }
    }

    /** What the database keeps of a month. */
    ImportedMonthTable.Kept kept(MonthNo at) {
        return kept.getOrDefault(at, ImportedMonthTable.Kept.NOTHING);
    }

    /** Why a month is due, if it is. */
    Due due(MonthNo at) {
        return dues.getOrDefault(at, Due.NOT);
    }

    /** Lines that withdrawn imports had taken elsewhere stay there where a remaining import says so too. */
    private void keepAway() {
        Map<MonthNo, MonthImports> seen = new HashMap<>();
        Departures chains = new Departures(at -> seen.computeIfAbsent(at, this::remaining));
        kept.forEach((at, month) -> chains.of(at, said(month, List.of()))
                .forEach((importNo, ids) -> departures
                        .computeIfAbsent(at, here -> new HashMap<>())
                        .computeIfAbsent(importNo, no -> new HashMap<>())
                        .putAll(ids)));
    }

    /** What is said of a month once the withdrawn imports are taken out. */
    private MonthImports remaining(MonthNo at) {
        List<MonthNo> one = List.of(at);
        MonthImports said = said(
                table.months(one).getOrDefault(at, ImportedMonthTable.Kept.NOTHING),
                table.repeats(one).getOrDefault(at, List.of()));
        said.withdraw();
        return said;
    }

    private MonthImports said(ImportedMonthTable.Kept month, List<Integer> repeating) {
        return new MonthImports(month.sayings(), month.gone(), repeating, leaving, continued);
    }

    /** These rooms, and those that lose lines to them. */
    private Set<Integer> named() {
        Set<Integer> named = new HashSet<>(numbers);
        rooms.forEach(room -> room.lines().stream()
                .map(StagedLine::from)
                .filter(Objects::nonNull)
                .map(MonthNo::room)
                .forEach(named::add));
        return named;
    }

    private boolean corrects() {
        return rooms.stream().anyMatch(room -> room.lines().stream().anyMatch(StagedLine::corrects));
    }

    /** Months of which the run says something. */
    private Set<MonthNo> changed() {
        Set<MonthNo> months = new HashSet<>(dues.keySet());
        for (StagedLines.Room room : rooms) {
            for (StagedLine line : room.lines()) {
                months.add(new MonthNo(room.no(), line.month()));
                if (line.from() != null && line.from().room() == room.no()) {
                    months.add(line.from());
                }
            }
        }
        return months;
    }

    private Set<MonthNo> touched() {
        Set<MonthNo> months = new HashSet<>(changed);
        months.addAll(table.straddled(numbers));
        months.addAll(table.ofRooms(rooms.stream()
                .filter(room -> room.lines().stream()
                        .anyMatch(line -> line.said().value().mayStraddle()))
                .map(StagedLines.Room::no)
                .toList()));
        months.addAll(reached());
        return months;
    }

    /** Months that controls lie in of which the run says something: known ones, and those that it brings. */
    private List<MonthNo> reached() {
        List<LineMonths> reaches = new ArrayList<>(table.reaching(numbers));
        rooms.forEach(room -> room.lines().stream()
                .filter(line -> MonthTraits.reach(line.said().value()) > 0)
                .map(line -> LineMonths.of(room.no(), line.said().value()))
                .distinct()
                .forEach(reaches::add));
        reaches.removeIf(reach -> reach.months().noneMatch(changed::contains));
        Set<MonthNo> known =
                table.ofRooms(reaches.stream().map(LineMonths::room).collect(Collectors.toSet()));
        return reaches.stream()
                .flatMap(LineMonths::months)
                .filter(known::contains)
                .toList();
    }

    /** Whether the run says something of a month that a line lies in. */
    boolean isChanged(int room, Attendance value) {
        return LineMonths.of(room, value).months().anyMatch(changed::contains);
    }

    /**
     * A room folded.
     *
     * @param lines those that were read of it and that their ids do not refuse
     * @param adds whether the lines that an import tells of one period are to be added up
     */
    RoomFold fold(int room, List<StagedLine> lines, IntPredicate adds) {
        Map<Integer, MonthImports> months = new TreeMap<>();
        Map<Integer, Map<Integer, Map<LineId, MonthNo>>> lost = new HashMap<>();
        touched.getOrDefault(room, List.of()).forEach(at -> {
            months.put(at.month(), said(kept(at), repeats.getOrDefault(at, List.of())));
            lost.put(at.month(), departures.getOrDefault(at, Map.of()));
        });
        return new RoomFold(room, months, lost, lines, adds);
    }

    /** A room, or one that loses lines to it. */
    RoomNumbers.Place place(int room) {
        return Objects.requireNonNull(places.get(room));
    }
}
