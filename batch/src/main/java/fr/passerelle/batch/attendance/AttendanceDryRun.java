package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.AttendanceReader.AttendanceLine;
import fr.passerelle.batch.attendance.AttendanceReader.Columns;
import fr.passerelle.batch.attendance.AttendanceReader.RegisterLines;
import fr.passerelle.batch.attendance.ImportedMonth.ImportedLine;
import fr.passerelle.batch.attendance.ImportedMonthTable.Kept;
import fr.passerelle.batch.attendance.Remarks.Remark;
import fr.passerelle.batch.attendance.RoomFold.RoomOutcomes;
import fr.passerelle.batch.attendance.StagedLines.StagedLine;
import fr.passerelle.batch.attendance.Verdicts.LineRefusal;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.KeptCells;
import fr.passerelle.sources.Row;
import java.io.Closeable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** The rows of one register as an import finds them that knows no attendance yet: what each says, and what the others make of it. */
public final class AttendanceDryRun implements Closeable {

    /** Lines that are held at once, some 100 MB of them: a file of more is read again for each slice of its rooms, as far as they are alike. */
    private static final int SLICE = 250_000;

    private static final int IMPORT = 1;

    private final InputFile file;
    private final KeptCells.Rejections rejections;
    private final MeasureRule rule;
    private final boolean forecasts;
    private final int slices;
    private final RegisterLines lines;
    private final Records records = new Records();
    private final Map<LineRefusal, BitSet> refused = new EnumMap<>(LineRefusal.class);
    private Remarks possibleDoubles = Remarks.none(Remarks.Oddity.DOUBLE_POSSIBLE);
    private Remarks contradictions = Remarks.none(Remarks.Oddity.SEANCES_CONTRAIRES);
    private Remarks gaps = Remarks.none(Remarks.Oddity.CONTROLE_INEGAL);
    private boolean numbered = true;

    /**
     * Of a file that has not changed, else {@code UnusableFile}.
     *
     * @param rooms identifiers of those that are known; null where they are not looked at
     * @param night month in which it would be imported
     */
    public AttendanceDryRun(InputFile file, @Nullable Set<String> rooms, YearMonth night) {
        this(file, rooms, night, SLICE);
    }

    AttendanceDryRun(InputFile file, @Nullable Set<String> rooms, YearMonth night, int slice) {
        this.file = file;
        this.rejections =
                new KeptCells.Rejections(file.name(), file.identity(), file.keeping(TableSchema.FREQUENTATION));
        this.rule = new MeasureRule(rooms, night);
        this.forecasts = file.mapping().recipe().forecasts();
        this.slices = Math.toIntExact(file.rows() / slice + 1);
        fold();
        this.lines = new RegisterLines(List.of(file), 0, 0);
    }

    /** The next row; null after the last one. */
    public @Nullable AttendanceLine next() {
        RegisterLines.Placed next = lines.next();
        if (next == null) {
            return null;
        }
        return next.line() instanceof AttendanceLine.Measure measure
                ? judged(measure, Math.toIntExact(next.rows()))
                : next.line();
    }

    /** What is odd about the rows that are taken, each reason once. */
    public List<Remarks> remarks() {
        return List.of(possibleDoubles, contradictions, gaps);
    }

    @Override
    public void close() {
        lines.close();
    }

    private AttendanceLine judged(AttendanceLine.Measure measure, int number) {
        MeasureRule.Breach breach = rule.breach(measure.row(), forecasts);
        LineRefusal refusal = breach == null ? refusal(number) : null;
        if (refusal != null) {
            breach = refusal.breach();
        }
        return breach == null
                ? measure
                : new AttendanceLine.Refused(measure.file(), breach.of(measure.row(), rejections), measure.trace());
    }

    /** As a run does that knows no other file, without a database; it keeps a bit for each row that is refused, and what is odd about others. */
    private void fold() {
        for (int slice = 0; slice < slices && numbered; slice++) {
            numbered = false;
            readIds(slice);
        }
        for (int slice = 0; slice < slices; slice++) {
            readRooms(slice);
        }
    }

    /** Why a row, by its number in the file from 1, is refused because of others; null where it is not. */
    private @Nullable LineRefusal refusal(int number) {
        return refused.entrySet().stream()
                .filter(rows -> rows.getValue().get(number))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private void refuse(int number, LineRefusal why) {
        refused.computeIfAbsent(why, none -> new BitSet()).set(number);
    }

    private boolean isIn(int slice, String text) {
        return Math.floorMod(text.hashCode(), slices) == slice;
    }

    private void readIds(int slice) {
        Set<String> seen = new HashSet<>();
        each((row, number) -> {
            String id = Columns.id(row);
            numbered |= !id.isEmpty();
            if (!id.isEmpty() && isIn(slice, id) && !seen.add(id)) {
                refuse(number, LineRefusal.SAME_ID);
            }
        });
    }

    private void readRooms(int slice) {
        Map<String, Map<StagedLine, Integer>> rooms = new TreeMap<>();
        each((row, number) -> {
            String room = Columns.room(row);
            if (isIn(slice, room)) {
                rooms.computeIfAbsent(room, none -> new IdentityHashMap<>()).put(line(number, row), number);
            }
        });
        rooms.forEach(this::judge);
    }

    private StagedLine line(int number, Row row) {
        Attendance value = Columns.attendance(row, file.mapping().recipe().register());
        return new StagedLine(
                new StagedLine.Place(0, row.line(), row.ordinal()),
                MonthNo.ofDay(value.start()),
                new ImportedLine(IMPORT, row.line(), row.ordinal(), value),
                false,
                refusal(number),
                null);
    }

    private void judge(String room, Map<StagedLine, Integer> numbers) {
        List<StagedLine> lines = new ArrayList<>(numbers.keySet());
        lines.sort(StagedLine.IN_ROOM);
        RoomOutcomes outcomes = RoomOutcomes.of(
                lines,
                this::fold,
                (fold, month) -> MonthLines.areTooMany(room, month, fold.now(month), records, any -> file.identity()));
        outcomes.exclusions().forEach(one -> refuse(Objects.requireNonNull(numbers.get(one.line())), one.why()));
        for (StagedLine line : outcomes.entered()) {
            LineRefusal why = outcomes.fold().outcome(line).refused();
            if (why != null) {
                refuse(Objects.requireNonNull(numbers.get(line)), why);
            }
        }
        contradictions = contradictions.plus(outcomes.contradictions(), Remark::of);
        possibleDoubles = possibleDoubles.plus(outcomes.possibleDoubles(), Remark::of);
        gaps = gaps.plus(outcomes.fold().gaps(), Remark::of);
    }

    private RoomFold fold(List<StagedLine> lines) {
        Map<Integer, MonthImports> months = new HashMap<>();
        lines.forEach(line -> months.computeIfAbsent(
                line.month(), month -> new MonthImports(Kept.NOTHING, List.of(), Set.of(), Map.of())));
        return new RoomFold(
                0, months, Map.of(), lines, any -> file.mapping().recipe().adds());
    }

    /** Each row that holds by itself, with its number in the file, from 1. */
    private void each(ObjIntConsumer<Row> reader) {
        try (RegisterLines lines = new RegisterLines(List.of(file), 0, 0)) {
            for (RegisterLines.Placed next = lines.next(); next != null; next = lines.next()) {
                if (next.line() instanceof AttendanceLine.Measure measure
                        && rule.breach(measure.row(), forecasts) == null) {
                    reader.accept(measure.row(), Math.toIntExact(next.rows()));
                }
            }
        }
    }
}
