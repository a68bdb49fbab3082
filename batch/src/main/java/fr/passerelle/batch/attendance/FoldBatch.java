package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.DueMonths.Departure;
import fr.passerelle.batch.attendance.DueMonths.Due;
import fr.passerelle.batch.month.ImportedLine;
import fr.passerelle.batch.month.LineId;
import fr.passerelle.batch.month.MonthLimit;
import fr.passerelle.batch.month.MonthLines;
import fr.passerelle.batch.month.MonthNo;
import fr.passerelle.batch.month.MonthOfRoom;
import fr.passerelle.batch.reject.Corrections;
import fr.passerelle.journal.JournalEntry;
import fr.passerelle.published.run.Counts;
import fr.passerelle.published.run.WithdrawalCounts;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.table.Correction;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.reject.CorrectedRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Some rooms folded together: what is known of them is read at once, and what becomes of them is written at once. */
final class FoldBatch {

    private final MonthLimit limit;
    private final ImportedMonthTable table;
    private final RegisterFiles registers;
    private final List<InputFile> files;
    private final List<StagedLines.Room> rooms;
    private final RoomRecords known;
    private final DueMonths due;
    private final LineIds ids;
    private final Resubmissions resubmissions;
    private final RefusedLines refusals;
    private final Corrections corrections;

    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<MonthUpdate> updates = new ArrayList<>();
    private final List<Departure> departed = new ArrayList<>();
    private final Map<StagedLine.Place, LineRefusal> refused = new LinkedHashMap<>();
    private final List<StagedLine.Place> corrected = new ArrayList<>();
    private final List<CorrectedRow> moved = new ArrayList<>();
    private final List<CorrectedRow> odd = new ArrayList<>();
    private final Map<MonthNo, Set<LineId>> idsBefore = new HashMap<>();
    private final Map<MonthNo, Set<LineId>> idsNow = new HashMap<>();
    private WithdrawalCounts withdrawn = WithdrawalCounts.NONE;
    private List<Counts> counts = List.of();

    /** @param files those that the run was given */
    FoldBatch(
            DataSource dataSource,
            Records records,
            ImportedMonthTable table,
            RegisterFiles registers,
            List<InputFile> files,
            Set<Integer> leaving,
            List<StagedLines.Room> rooms) {
        this.limit = new MonthLimit(records, registers::sha256);
        this.table = table;
        this.registers = registers;
        this.files = files;
        this.rooms = rooms;
        this.known = new RoomRecords(dataSource, table, leaving, registers.continued(), rooms);
        this.due = new DueMonths(dataSource);
        this.ids = new LineIds(dataSource);
        this.resubmissions = new Resubmissions(dataSource);
        this.refusals = new RefusedLines(JdbcClient.create(dataSource));
        this.corrections = new Corrections(dataSource, TableSchema.frequentation());
    }

    /** Folds the rooms; nothing is written yet. */
    FoldBatch fold() {
        FileCounts counted = FileCounts.none(files.size());
        rooms.forEach(room -> fold(room, counted));
        this.counts = counted.asList();
        return this;
    }

    /** Writes what became of the rooms, all but the records of the log; answers these. */
    List<JournalEntry> write(long runNo) {
        table.write(updates);
        ids.move(idsBefore, idsNow);
        due.folded(rooms.stream().map(StagedLines.Room::no).toList());
        due.departed(departed);
        refusals.keep(runNo, refused);
        corrections.add(runNo, moved);
        corrections.note(runNo, odd);
        resubmissions.take(runNo, corrected);
        return entries;
    }

    FoldResult folded() {
        return new FoldResult(rooms.getLast().place(), entries.size(), counts, withdrawn);
    }

    private void fold(StagedLines.Room room, FileCounts counted) {
        RoomOutcomes outcomes = RoomOutcomes.of(
                room.lines(),
                lines -> known.fold(room.no(), lines, registers::adds),
                (fold, month) -> isTooLarge(room.no(), fold, month));
        RoomFold fold = outcomes.fold();
        outcomes.exclusions().forEach(one -> refuse(one.line(), one.why(), counted));
        withdrawn = withdrawn.plus(fold.withdrawn());
        fold.months().keySet().forEach(month -> conclude(room.no(), fold, month));
        outcomes.entered().forEach(line -> judge(room.no(), line, fold.outcome(line), counted));
        PossibleDoubles.among(outcomes.entered())
                .forEach(line -> counted.add(line.at().file(), Counts::plusPossibleDouble));
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

    private void judge(int room, StagedLine line, MonthImports.Outcome outcome, FileCounts counted) {
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
        CorrectedRow.CellCorrection move = new CorrectedRow.CellCorrection(
                "id_salle",
                Correction.SALLE_CHANGEE.name(),
                known.place(from).id(),
                known.place(to).id());
        return new CorrectedRow(
                file.name(), file.identity(), line.at().line(), line.at().ordinal(), List.of(move));
    }

    private void refuse(StagedLine line, LineRefusal reason, FileCounts counted) {
        refused.put(line.at(), reason);
        counted.add(line.at().file(), Counts::plusRejected);
    }

    private boolean isTooLarge(int room, RoomFold fold, int month) {
        return limit.isPassed(MonthOfRoom.of(known.place(room).id(), month), fold.now(month));
    }

    private void conclude(int room, RoomFold fold, int month) {
        MonthNo at = new MonthNo(room, month);
        MonthImports said = Objects.requireNonNull(fold.months().get(month));
        Collection<ImportedLine> now = fold.now(month);
        idsBefore.put(at, said.before().ids());
        idsNow.put(at, said.now().ids());
        MonthUpdate update = MonthUpdate.of(at, known.kept(at), said, now, table::nextNo);
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
            MonthChange change =
                    new MonthChange(MonthOfRoom.of(known.place(at.room()).id(), at.month()), why, was, is);
            entries.add(JournalEntry.month(change.value(epci)));
        }
    }
}
