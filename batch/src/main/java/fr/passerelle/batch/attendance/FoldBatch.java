package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.AttendanceFold.FoldResult;
import fr.passerelle.batch.attendance.ControlGaps.ControlGap;
import fr.passerelle.batch.attendance.DueMonths.Departure;
import fr.passerelle.batch.attendance.DueMonths.Due;
import fr.passerelle.batch.attendance.ImportedMonth.ImportedLine;
import fr.passerelle.batch.attendance.ImportedMonthTable.Kept;
import fr.passerelle.batch.attendance.LineIdentity.LineId;
import fr.passerelle.batch.attendance.LineIds.IdPlace;
import fr.passerelle.batch.attendance.MonthLines.MonthDifference;
import fr.passerelle.batch.attendance.MonthNo.LineMonths;
import fr.passerelle.batch.attendance.MonthUpdate.MonthTraits;
import fr.passerelle.batch.attendance.RoomFold.RoomOutcomes;
import fr.passerelle.batch.attendance.StageWriter.FileCounts;
import fr.passerelle.batch.attendance.StagedLines.StagedLine;
import fr.passerelle.batch.attendance.Verdicts.LineRefusal;
import fr.passerelle.batch.reject.Rejects;
import fr.passerelle.journal.Journal.JournalEntry;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.MonthCause;
import fr.passerelle.schemas.table.Correction;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.reject.CorrectedRow;
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
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Some rooms folded together: what is known of them is read at once, and what becomes of them is written at once. */
final class FoldBatch {

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final Records records;
    private final ImportedMonthTable table;
    private final RegisterFiles registers;
    private final List<InputFile> files;
    private final Set<Integer> leaving;
    private final List<StagedLines.Room> rooms;
    private final RoomRecords known;
    private final DueMonths due;

    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<MonthUpdate> updates = new ArrayList<>();
    private final List<Departure> departed = new ArrayList<>();
    private final Map<StagedLine.Place, LineRefusal> refused = new LinkedHashMap<>();
    private final List<StagedLine.Place> corrected = new ArrayList<>();
    private final List<CorrectedRow> moved = new ArrayList<>();
    private final List<CorrectedRow> odd = new ArrayList<>();
    private final List<IdPlace> left = new ArrayList<>();
    private final List<IdPlace> come = new ArrayList<>();
    private final FileCounts counted;

    /** Reads what is known of rooms with lines of the files that the run was given, and of what withdrawn imports leave. */
    FoldBatch(
            DataSource dataSource,
            Records records,
            ImportedMonthTable table,
            RegisterFiles registers,
            List<InputFile> files,
            Set<Integer> leaving,
            List<StagedLines.Room> rooms) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.records = records;
        this.table = table;
        this.registers = registers;
        this.files = files;
        this.counted = FileCounts.none(files.size());
        this.rooms = rooms;
        this.leaving = leaving;
        this.due = new DueMonths(dataSource);
        this.known = new RoomRecords();
    }

    /** Folds the rooms; nothing is written yet. */
    FoldBatch fold() {
        rooms.forEach(this::fold);
        return this;
    }

    /** Writes what became of the rooms, all but the records of the log; answers these. */
    List<JournalEntry> write(long runNo) {
        table.write(updates);
        new LineIds(dataSource).move(left, come);
        due.folded(rooms.stream().map(StagedLines.Room::no).toList());
        due.departed(departed);
        RefusedRows.keep(jdbc, runNo, refused);
        Rejects rejects = new Rejects(dataSource, TableSchema.FREQUENTATION);
        rejects.correctMore(runNo, moved);
        rejects.note(runNo, odd);
        new Resubmissions(dataSource).take(runNo, corrected);
        return entries;
    }

    FoldResult folded() {
        return new FoldResult(rooms.getLast().place(), entries.size(), counted);
    }

    private void fold(StagedLines.Room room) {
        RoomOutcomes outcomes = RoomOutcomes.of(
                room.lines(),
                lines -> known.fold(
                        room.no(), lines, importNo -> registers.source(importNo).adds()),
                (fold, month) -> MonthLines.areTooMany(
                        known.place(room.no()).id(), month, fold.now(month), records, registers::sha256));
        RoomFold fold = outcomes.fold();
        outcomes.exclusions().forEach(one -> refuse(one.line(), one.why()));
        counted.add(fold.withdrawn());
        fold.months().keySet().forEach(month -> conclude(room.no(), fold, month));
        outcomes.entered().forEach(line -> judge(room.no(), line, fold.outcome(line)));
        outcomes.possibleDoubles().forEach(line -> counted.add(line.at().file(), Counts.POSSIBLE_DOUBLE));
        fold.gaps().stream()
                .filter(gap -> known.isChanged(room.no(), gap.control().value()))
                .collect(Collectors.groupingBy(ControlGap::control, LinkedHashMap::new, Collectors.toList()))
                .forEach((control, gaps) -> odd.add(odd(control, gaps)));
    }

    private CorrectedRow odd(ImportedLine control, List<ControlGap> gaps) {
        RegisterFiles.Source source = registers.source(control.importNo());
        return new CorrectedRow(
                source.name(),
                source.sha256(),
                control.line(),
                control.ordinal(),
                gaps.stream().map(ControlGap::correction).toList());
    }

    private void judge(int room, StagedLine line, MonthImports.Outcome outcome) {
        MonthNo from = line.from();
        if (from != null && from.room() != room) {
            departed.add(new Departure(
                    from, line.said().importNo(), LineId.of(line.value()), new MonthNo(room, line.month())));
        }
        if (outcome.refused() != null) {
            refuse(line, outcome.refused());
            return;
        }
        counted.add(line.at().file(), outcome.isNew() ? Counts.ACCEPTED : Counts.UNCHANGED);
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
        CorrectedRow.CellCorrection move = new CorrectedRow.CellCorrection(
                "id_salle",
                Correction.SALLE_CHANGEE.name(),
                known.place(from).id(),
                known.place(to).id());
        return new CorrectedRow(
                file.name(), file.identity(), line.at().line(), line.at().ordinal(), List.of(move));
    }

    private void refuse(StagedLine line, LineRefusal reason) {
        refused.put(line.at(), reason);
        counted.add(line.at().file(), Counts.REJECTED);
    }

    private void conclude(int room, RoomFold fold, int month) {
        MonthNo at = new MonthNo(room, month);
        MonthImports said = Objects.requireNonNull(fold.months().get(month));
        Collection<ImportedLine> now = fold.now(month);
        Set<LineId> idsBefore = said.before().ids();
        Set<LineId> idsNow = said.now().ids();
        idsBefore.stream().filter(id -> !idsNow.contains(id)).forEach(id -> left.add(new IdPlace(at, id)));
        idsNow.stream().filter(id -> !idsBefore.contains(id)).forEach(id -> come.add(new IdPlace(at, id)));
        MonthUpdate update = MonthUpdate.of(at, said, now, table::nextNo);
        if (update.isNeeded()) {
            updates.add(update);
        }
        tell(at, fold.before(month), now);
    }

    private void tell(MonthNo at, Collection<ImportedLine> before, Collection<ImportedLine> now) {
        Due why = known.due(at);
        String epci = known.place(at.room()).epci();
        boolean changed = why.moved() ? !now.isEmpty() : !List.copyOf(before).equals(List.copyOf(now));
        if (epci == null || !changed) {
            return;
        }
        MonthLines was = MonthLines.of(before, registers::sha256);
        MonthLines is = MonthLines.of(now, registers::sha256);
        if (why.moved() || !was.equals(is)) {
            MonthDifference difference = MonthDifference.between(before, now);
            entries.add(JournalEntry.month(
                    is.month(known.place(at.room()).id(), at.month(), epci, cause(why, difference), difference)));
        }
    }

    private static MonthCause cause(Due due, MonthDifference difference) {
        if (due.moved()) {
            return MonthCause.MOVE;
        }
        if (due.withdrawn()) {
            return MonthCause.WITHDRAWAL;
        }
        return difference.isGrowth() ? MonthCause.NEWS : MonthCause.CORRECTION;
    }

    /** All that is known of some rooms before they are folded, read at once: the months that the run touches, and why. */
    private final class RoomRecords {

        private final List<Integer> numbers;
        private final Map<Integer, AttendanceMonths.Place> places;
        private final Map<MonthNo, Due> dues;
        private final Map<MonthNo, Map<Integer, Map<LineId, MonthNo>>> departures;
        private final Set<MonthNo> changed;
        private final Map<Integer, List<MonthNo>> touched;
        private final Map<MonthNo, Kept> kept;
        private final Map<MonthNo, List<Integer>> repeats;

        /** Reads what is committed, in a transaction or outside one: of these rooms nobody else writes meanwhile. */
        RoomRecords() {
            this.numbers = rooms.stream().map(StagedLines.Room::no).toList();
            this.places = AttendanceMonths.places(jdbc, named());
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

        /** Why a month is due, if it is. */
        Due due(MonthNo at) {
            return dues.getOrDefault(at, Due.NOT);
        }

        /** Lines that withdrawn imports had taken elsewhere stay there where a remaining import says so too. */
        private void keepAway() {
            Map<MonthNo, MonthImports> seen = new HashMap<>();
            kept.keySet()
                    .forEach(at -> said(at, List.of())
                            .departures(at, other -> seen.computeIfAbsent(other, this::remaining))
                            .forEach((importNo, ids) -> departures
                                    .computeIfAbsent(at, here -> new HashMap<>())
                                    .computeIfAbsent(importNo, no -> new HashMap<>())
                                    .putAll(ids)));
        }

        /** What is said of a month once the withdrawn imports are taken out. */
        private MonthImports remaining(MonthNo at) {
            MonthImports said = Objects.requireNonNull(
                    table.said(List.of(at), leaving, registers.continued()).get(at));
            said.withdraw();
            return said;
        }

        private MonthImports said(MonthNo at, List<Integer> repeating) {
            return new MonthImports(kept.getOrDefault(at, Kept.NOTHING), repeating, leaving, registers.continued());
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
                    .filter(room ->
                            room.lines().stream().anyMatch(line -> line.value().mayStraddle()))
                    .map(StagedLines.Room::no)
                    .toList()));
            months.addAll(reached());
            return months;
        }

        /** Months that controls lie in of which the run says something: known ones, and those that it brings. */
        private List<MonthNo> reached() {
            List<LineMonths> reaches = new ArrayList<>(table.reaching(numbers));
            rooms.forEach(room -> room.lines().stream()
                    .filter(line -> MonthTraits.reach(line.value()) > 0)
                    .map(line -> LineMonths.of(room.no(), line.value()))
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

        /** A room folded with lines that their ids do not refuse, and the imports of which the lines of one period are to be added up. */
        RoomFold fold(int room, List<StagedLine> lines, IntPredicate adds) {
            Map<Integer, MonthImports> months = new TreeMap<>();
            Map<Integer, Map<Integer, Map<LineId, MonthNo>>> lost = new HashMap<>();
            touched.getOrDefault(room, List.of()).forEach(at -> {
                months.put(at.month(), said(at, repeats.getOrDefault(at, List.of())));
                lost.put(at.month(), departures.getOrDefault(at, Map.of()));
            });
            return new RoomFold(room, months, lost, lines, adds);
        }

        /** A room, or one that loses lines to it. */
        AttendanceMonths.Place place(int room) {
            return Objects.requireNonNull(places.get(room));
        }
    }
}
