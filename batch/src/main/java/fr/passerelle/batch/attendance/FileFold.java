package fr.passerelle.batch.attendance;

import fr.passerelle.batch.month.Attendance;
import fr.passerelle.batch.month.ImportedLine;
import fr.passerelle.batch.month.MonthLimit;
import fr.passerelle.batch.month.MonthOfRoom;
import fr.passerelle.batch.month.MonthTraits;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Folds the rooms of one file as a run does that knows no other file, without a database. Memory is bounded by a slice of the rooms: a
 * file of more lines is read again for each slice.
 */
final class FileFold {

    private static final int IMPORT = 1;

    private final InputFile file;
    private final MeasureRule rule;
    private final int slices;
    private final MonthLimit limit;
    private final FileVerdicts verdicts = new FileVerdicts();
    private boolean numbered;

    /**
     * @param rule what its rows must be one by one
     * @param slice how many lines are held at once, as far as rooms are alike
     */
    FileFold(InputFile file, MeasureRule rule, int slice) {
        this.file = file;
        this.rule = rule;
        this.slices = Math.toIntExact(file.rows() / slice + 1);
        this.limit = new MonthLimit(new Records(), importNo -> file.identity());
    }

    /** Reads the file and judges its lines. */
    FileVerdicts verdicts() {
        readIds();
        for (int slice = 0; slice < slices; slice++) {
            readRooms(slice);
        }
        return verdicts;
    }

    private boolean isIn(int slice, String text) {
        return Math.floorMod(text.hashCode(), slices) == slice;
    }

    private void readIds() {
        numbered = true;
        for (int slice = 0; slice < slices && numbered; slice++) {
            numbered = false;
            readIds(slice);
        }
    }

    private void readIds(int slice) {
        Set<String> seen = new HashSet<>();
        each((number, row) -> {
            String id = Columns.id(row);
            numbered |= !id.isEmpty();
            if (!id.isEmpty() && isIn(slice, id) && !seen.add(id)) {
                verdicts.refuse(number, LineRefusal.SAME_ID);
            }
        });
    }

    private void readRooms(int slice) {
        Map<String, Map<StagedLine, Integer>> rooms = new TreeMap<>();
        each((number, row) -> {
            String room = Columns.room(row);
            if (isIn(slice, room)) {
                rooms.computeIfAbsent(room, none -> new IdentityHashMap<>()).put(line(number, row), number);
            }
        });
        rooms.forEach(this::judge);
    }

    private StagedLine line(int number, Row row) {
        Attendance value = Columns.attendance(row, file.mapping().register());
        return new StagedLine(
                new StagedLine.Place(0, row.line(), row.ordinal()),
                MonthTraits.monthOf(value.start()),
                new ImportedLine(IMPORT, row.line(), row.ordinal(), value),
                false,
                verdicts.of(number),
                null);
    }

    private void judge(String room, Map<StagedLine, Integer> numbers) {
        List<StagedLine> lines = new ArrayList<>(numbers.keySet());
        lines.sort(StagedLine.IN_ROOM);
        RoomOutcomes outcomes = RoomOutcomes.of(
                lines, this::fold, (fold, month) -> limit.isPassed(MonthOfRoom.of(room, month), fold.now(month)));
        outcomes.exclusions()
                .forEach(one -> verdicts.refuse(Objects.requireNonNull(numbers.get(one.line())), one.why()));
        for (StagedLine line : outcomes.entered()) {
            LineRefusal why = outcomes.fold().outcome(line).refused();
            if (why != null) {
                verdicts.refuse(Objects.requireNonNull(numbers.get(line)), why);
            }
        }
        verdicts.remark(
                PossibleDoubles.among(outcomes.entered()),
                PossibleDoubles.contradicting(outcomes.entered()),
                outcomes.fold().gaps());
    }

    private RoomFold fold(List<StagedLine> lines) {
        Map<Integer, MonthImports> months = new HashMap<>();
        lines.forEach(line -> months.computeIfAbsent(
                line.month(), month -> new MonthImports(Map.of(), Map.of(), List.of(), Set.of(), Map.of())));
        return new RoomFold(0, months, Map.of(), lines, any -> file.mapping().adds());
    }

    /** What is made of a row that holds by itself. */
    @FunctionalInterface
    private interface RowReader {

        /** @param number of the row in the file, from 1 */
        void read(int number, Row row);
    }

    private void each(RowReader reader) {
        try (RegisterLines lines = new RegisterLines(List.of(file), 0, 0)) {
            for (RegisterLines.Placed next = lines.next(); next != null; next = lines.next()) {
                if (next.line() instanceof AttendanceLine.Measure measure
                        && rule.breach(measure, file.mapping().forecasts()) == null) {
                    reader.read(Math.toIntExact(next.rows()), measure.row());
                }
            }
        }
    }
}
