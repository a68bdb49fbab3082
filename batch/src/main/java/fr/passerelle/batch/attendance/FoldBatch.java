package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.DueMonths.Departure;
import fr.passerelle.batch.attendance.DueMonths.Due;
import fr.passerelle.batch.journal.Entry;
import fr.passerelle.batch.journal.Journal;
import fr.passerelle.batch.source.Counts;
import fr.passerelle.batch.source.InputFile;
import fr.passerelle.batch.source.cell.Correction;
import fr.passerelle.batch.source.reject.Corrected;
import fr.passerelle.batch.source.reject.CorrectedRow;
import fr.passerelle.batch.source.reject.Corrections;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.table.TableSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Some rooms folded together: what is known of them is read at once, and what becomes of them is written at once. */
final class FoldBatch {

    /** What a line takes in a record beside its texts, at most. */
    private static final int LINE = 80;

    private final Records records;
    private final List<InputFile> files;
    private final Corrections corrections;
    private final SayingTable table;
    private final DueMonths due;
    private final LineIds ids;
    private final Resubmissions resubmissions;
    private final RefusedLines refusals;
    private final RegisterFiles registers;
    private final List<StagedLines.Room> rooms;
    private final List<Integer> numbers;
    private final Map<Integer, RoomNumbers.Place> places;
    private final Map<MonthNo, Due> dues;
    private final Map<MonthNo, Map<Integer, Map<LineId, MonthNo>>> departures;
    private final Map<Integer, List<MonthNo>> touched;
    private final Map<MonthNo, SayingTable.Kept> kept;
    private final Map<MonthNo, List<Integer>> repeats;
    private final Set<Integer> leaving;

    private final List<Entry> entries = new ArrayList<>();
    private final List<MonthUpdate> updates = new ArrayList<>();
    private final List<Departure> departed = new ArrayList<>();
    private final Map<StagedLine.Place, Refusal> refused = new LinkedHashMap<>();
    private final List<StagedLine.Place> corrected = new ArrayList<>();
    private final List<CorrectedRow> moved = new ArrayList<>();
    private final Map<MonthNo, Set<LineId>> idsBefore = new HashMap<>();
    private final Map<MonthNo, Set<LineId>> idsNow = new HashMap<>();
    private WithdrawalCounts withdrawn = WithdrawalCounts.NONE;
    private List<Counts> counts = List.of();

    /** @param files those that the run was given */
    FoldBatch(
            DataSource dataSource,
            Records records,
            SayingTable table,
            RegisterFiles registers,
            List<InputFile> files,
            Set<Integer> leaving,
            List<StagedLines.Room> rooms) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        this.records = records;
        this.files = files;
        this.corrections = new Corrections(dataSource, TableSchema.frequentation());
        this.table = table;
        this.due = new DueMonths(dataSource);
        this.ids = new LineIds(dataSource);
        this.resubmissions = new Resubmissions(dataSource);
        this.refusals = new RefusedLines(jdbc);
        this.registers = registers;
        this.rooms = rooms;
        this.leaving = leaving;
        this.numbers = rooms.stream().map(StagedLines.Room::no).toList();
        this.places = new RoomNumbers(jdbc).places(named());
        this.dues = due.of(numbers);
        this.departures = due.departures(numbers);
        Set<MonthNo> months = touched();
        this.touched = months.stream().collect(Collectors.groupingBy(MonthNo::room));
        this.kept = table.months(months);
        boolean maySettle = !leaving.isEmpty() || !departures.isEmpty() || corrects();
        this.repeats = maySettle ? table.repeats(months) : Map.of();
        keepAway();
    }

    /** Lines that withdrawn imports had taken elsewhere stay there where a remaining import says so too. */
    private void keepAway() {
        Map<MonthNo, SaidMonth> seen = new HashMap<>();
        Departures chains = new Departures(at -> seen.computeIfAbsent(at, this::remaining));
        kept.forEach((at, month) -> chains.of(at, said(month, List.of()))
                .forEach((importNo, ids) -> departures
                        .computeIfAbsent(at, here -> new HashMap<>())
                        .computeIfAbsent(importNo, no -> new HashMap<>())
                        .putAll(ids)));
    }

    /** What is said of a month once the withdrawn imports are taken out. */
    private SaidMonth remaining(MonthNo at) {
        List<MonthNo> one = List.of(at);
        SaidMonth said = said(
                table.months(one).getOrDefault(at, SayingTable.Kept.NOTHING),
                table.repeats(one).getOrDefault(at, List.of()));
        said.withdraw();
        return said;
    }

    private SaidMonth said(SayingTable.Kept month, List<Integer> repeating) {
        return new SaidMonth(month.sayings(), month.gone(), repeating, leaving);
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

    private Set<MonthNo> touched() {
        Set<MonthNo> months = new HashSet<>(dues.keySet());
        Set<Integer> whole = new HashSet<>();
        for (StagedLines.Room room : rooms) {
            for (StagedLine line : room.lines()) {
                months.add(new MonthNo(room.no(), line.month()));
                if (line.from() != null && line.from().room() == room.no()) {
                    months.add(line.from());
                }
                if (line.said().value().mayStraddle()) {
                    whole.add(room.no());
                }
            }
        }
        months.addAll(table.straddled(numbers));
        months.addAll(table.ofRooms(whole));
        return months;
    }

    /** Folds the rooms and writes all but the records of the log; answers these. */
    List<Entry> write(long runNo) {
        FileCounts counted = FileCounts.none(files.size());
        rooms.forEach(room -> fold(room, counted));
        this.counts = counted.asList();
        table.write(updates);
        ids.move(idsBefore, idsNow);
        due.folded(numbers);
        due.departed(departed);
        refusals.keep(runNo, refused);
        corrections.add(runNo, moved);
        resubmissions.take(runNo, corrected);
        return entries;
    }

    Folded folded() {
        return new Folded(rooms.getLast().place(), entries.size(), counts, withdrawn);
    }

    private void fold(StagedLines.Room room, FileCounts counted) {
        List<StagedLine> taken = new ArrayList<>();
        for (StagedLine line : room.lines()) {
            if (line.refused() == null) {
                taken.add(line);
            } else {
                refuse(line, line.refused(), counted);
            }
        }
        RoomFold whole = roomFold(room.no(), taken);
        Set<Integer> tooLarge = whole.months().keySet().stream()
                .filter(month -> isTooLarge(room.no(), whole, month))
                .collect(Collectors.toSet());
        List<StagedLine> lines = new ArrayList<>();
        for (StagedLine line : taken) {
            if (tooLarge.contains(line.month())) {
                refuse(line, Refusal.TOO_LARGE, counted);
            } else {
                lines.add(line);
            }
        }
        RoomFold fold = tooLarge.isEmpty() ? whole : roomFold(room.no(), lines);
        withdrawn = withdrawn.plus(fold.withdrawn());
        fold.months().keySet().forEach(month -> conclude(room.no(), fold, month));
        lines.forEach(line -> judge(room.no(), line, fold.outcome(line), counted));
    }

    private RoomFold roomFold(int room, List<StagedLine> lines) {
        Map<Integer, SaidMonth> months = new TreeMap<>();
        Map<Integer, Map<Integer, Map<LineId, MonthNo>>> lost = new HashMap<>();
        touched.getOrDefault(room, List.of()).forEach(at -> {
            SayingTable.Kept known = kept.getOrDefault(at, SayingTable.Kept.NOTHING);
            months.put(at.month(), said(known, repeats.getOrDefault(at, List.of())));
            lost.put(at.month(), departures.getOrDefault(at, Map.of()));
        });
        return new RoomFold(room, months, lost, lines, registers::adds);
    }

    private void judge(int room, StagedLine line, SaidMonth.Outcome outcome, FileCounts counted) {
        MonthNo from = line.from();
        if (from != null && from.room() != room) {
            departed.add(new Departure(
                    from, line.said().importNo(), LineId.of(line.said().value()), new MonthNo(room, line.month())));
        }
        if (outcome.refused() != null) {
            refuse(line, outcome.refused(), counted);
            return;
        }
        counted.add(line.at().file(), outcome.isNew() ? Counts::plusAccepted : Counts::plusUnchanged);
        if (line.corrects()) {
            corrected.add(line.at());
        }
        if (from != null && from.room() != room) {
            moved.add(moved(line, from.room(), room));
        }
    }

    /** Its room noted as corrected: the line was known for another. */
    private CorrectedRow moved(StagedLine line, int from, int to) {
        InputFile file = files.get(line.at().file());
        Corrected move = new Corrected(
                "id_salle",
                Correction.SALLE_CHANGEE.name(),
                place(from).id(),
                place(to).id());
        return new CorrectedRow(
                file.name(), file.sha256(), line.at().line(), line.at().ordinal(), List.of(move));
    }

    private void refuse(StagedLine line, Refusal reason, FileCounts counted) {
        refused.put(line.at(), reason);
        counted.add(line.at().file(), Counts::plusRejected);
    }

    private boolean isTooLarge(int room, RoomFold fold, int month) {
        Collection<Said> holding = fold.now(month);
        long most = holding.stream()
                .mapToLong(said -> LINE
                        + 3L
                                * (said.value().register().length()
                                        + said.value().id().length()
                                        + said.value().activity().length()))
                .sum();
        if (most < Journal.MAX_PAYLOAD / 2) {
            return false;
        }
        MonthLines lines = MonthLines.of(holding, registers::sha256);
        return records.encode(lines.month(MonthOfRoom.of(place(room).id(), month))).length
                > Journal.MAX_PAYLOAD - 1_000;
    }

    private RoomNumbers.Place place(int room) {
        return Objects.requireNonNull(places.get(room));
    }

    private void conclude(int room, RoomFold fold, int month) {
        MonthNo at = new MonthNo(room, month);
        SaidMonth said = Objects.requireNonNull(fold.months().get(month));
        Collection<Said> now = fold.now(month);
        idsBefore.put(at, said.before().ids());
        idsNow.put(at, said.now().ids());
        MonthUpdate update = MonthUpdate.of(at, kept.getOrDefault(at, SayingTable.Kept.NOTHING), said, now);
        if (update.isNeeded()) {
            updates.add(update);
        }
        tell(at, fold.before(month), now);
    }

    private void tell(MonthNo at, Collection<Said> before, Collection<Said> now) {
        Due why = dues.getOrDefault(at, Due.NOT);
        String epci = place(at.room()).epci();
        boolean changed = why.moved() ? !now.isEmpty() : !List.copyOf(before).equals(List.copyOf(now));
        if (epci == null || !changed) {
            return;
        }
        MonthLines was = MonthLines.of(before, registers::sha256);
        MonthLines is = MonthLines.of(now, registers::sha256);
        if (why.moved() || !was.equals(is)) {
            MonthChange change = new MonthChange(MonthOfRoom.of(place(at.room()).id(), at.month()), why, was, is);
            entries.add(Entry.month(change.value(epci)));
        }
    }
}
