package fr.passerelle.cli.entry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.passerelle.batch.attendance.AttendanceDryRun;
import fr.passerelle.batch.attendance.AttendanceReader.AttendanceLine;
import fr.passerelle.batch.attendance.Remarks;
import fr.passerelle.cli.entry.DryRunFindings.OtherActivities;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.schemas.table.FileLines;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Cells;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Row;
import fr.passerelle.sources.Snapshot;
import fr.passerelle.sources.Snapshot.Resolved;
import fr.passerelle.sources.TableSource;
import fr.passerelle.sources.reject.CorrectedRow;
import fr.passerelle.sources.reject.RejectedRow;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawTable;
import fr.passerelle.sources.territory.DemandeRows;
import fr.passerelle.sources.territory.IntercommunaliteRows;
import fr.passerelle.sources.territory.ReferenceFacts;
import fr.passerelle.sources.territory.Rooms;
import fr.passerelle.sources.territory.TerritoireRows;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a file as an import does, and tells what would become of it. */
final class DryRun {

    private final InputFile file;
    private final TableSchema schema;
    private final Supplier<ReferenceFacts> facts;
    private final YearMonth night;
    private final DryRunFindings findings;

    /** Of a file that would be imported in a month; where communes and EPCIs are found is only asked for a table that names some. */
    DryRun(InputFile given, TableSchema schema, Supplier<ReferenceFacts> facts, YearMonth night) {
        this.file = given.toBeShown();
        this.schema = schema;
        this.facts = facts;
        this.night = night;
        this.findings = new DryRunFindings(file.keeping(schema), schema);
    }

    /** Reads it, once, with known rooms by identifier, null not to look at them; {@link UnusableFile} where an import would refuse it whole. */
    DryRunReport report(@Nullable Set<String> rooms) {
        read(rooms);
        return findings.of(facts(), others());
    }

    /** The rooms that an inventory would make known, unless an import would refuse the whole file. */
    static Set<String> rooms(InputFile inventory, ReferenceFacts facts) {
        return Snapshot.read(inventory, TableSchema.SALLES, Rooms.ID, new Rooms(facts)::resolve)
                .values()
                .keySet();
    }

    private void read(@Nullable Set<String> rooms) {
        switch (schema.name()) {
            case "salles" -> snapshot(Rooms.ID, new Rooms(facts.get())::resolve);
            case "intercommunalites" ->
                snapshot(IntercommunaliteRows.ID, new IntercommunaliteRows(facts.get())::resolve);
            case "sites" -> snapshot(Rooms.SITE, new Rooms(facts.get())::site);
            case "territoires" -> snapshot(TerritoireRows.ID, new TerritoireRows(facts.get())::resolve);
            case "besoins" ->
                tell(
                        DemandeRows.of(file, facts.get(), night)::resolve,
                        heard -> Snapshot.readAll(file, schema, DemandeRows.EPCI, heard));
            default -> attendance(rooms);
        }
    }

    private void attendance(@Nullable Set<String> rooms) {
        try (AttendanceDryRun rows = new AttendanceDryRun(file, rooms, night)) {
            for (AttendanceLine line = rows.next(); line != null; line = rows.next()) {
                switch (line) {
                    case AttendanceLine.Measure measure -> findings.accepted(measure.row());
                    case AttendanceLine.Refused refused -> findings.refused(refused.rejected());
                    case AttendanceLine.Control control -> findings.control();
                }
            }
            findings.remarks(rows.remarks());
        }
    }

    /** A row that resolves is one of the snapshot's; its corrections are complete once all is read. */
    private <T> void snapshot(String id, Function<Cells, Resolved<T>> resolve) {
        tell(resolve, heard -> Snapshot.read(file, schema, id, heard));
    }

    private <T> void tell(
            Function<Cells, Resolved<T>> resolve, Function<Function<Cells, Resolved<T>>, Snapshot<T>> read) {
        List<Row> taken = new ArrayList<>();
        Snapshot<T> snapshot = read.apply(cells -> {
            Resolved<T> resolved = resolve.apply(cells);
            if (resolved instanceof Resolved.Value<T>) {
                taken.add(cells.row());
            }
            return resolved;
        });
        taken.forEach(findings::accepted);
        snapshot.rejects().forEach(findings::refused);
        for (long i = 0; i < snapshot.controls(); i++) {
            findings.control();
        }
    }

    private List<OtherActivity> others() {
        OtherActivities others = new OtherActivities();
        if (findings.hasOthers()) {
            try (TableSource source = TableSource.open(file, schema, others::add)) {
                while (source.next() != null) {
                    // each row is heard while it is typed
                }
            }
        }
        return others.list();
    }

    private FileFacts facts() {
        try (TableSource source = TableSource.open(file, schema)) {
            return new FileFacts(file.name(), schema.name(), source.traits(), source.headerLine(), file.lines());
        }
    }

    /**
     * What an import would make of a file. A row that would be new, different or unchanged counts as accepted, since what is known is not looked
     * at; corrected cells are those of accepted rows, other activities those that are not in the vocabulary, commonest first.
     */
    record DryRunReport(
            FileFacts file,
            Counts counts,
            long correctedCells,
            List<ColumnSum> sums,
            List<Cases<RejectedRow>> rejects,
            List<Cases<CorrectedCell>> corrections,
            List<Remarks> remarks,
            List<AcceptedRow> first,
            List<OtherActivity> others) {}

    /** What a dry run tells of a file beside its rows; the line of its header is 0 where it has none. */
    record FileFacts(
            String name,
            String table,

            @JsonUnwrapped @JsonIgnoreProperties({"quote", "escape", "lineEnd"})
            RawTable.Traits traits,

            long headerLine,
            FileLines lines) {}

    /** A row that would be taken, and what may be kept of it, by column, in order. */
    record AcceptedRow(long line, int ordinal, Map<String, String> cells) {}

    /** A cell that would be corrected, and where. */
    record CorrectedCell(long line, int ordinal, CorrectedRow.CellCorrection cell) {}

    /** An activity that would become another one: its words, for the eyes of whoever has the file, and on how many lines. */
    record OtherActivity(String words, long count) {}

    /** What a dry run found under one stable code, or under what people read of it: how often, and the first of it. */
    record Cases<T>(String code, long count, List<T> first) {}

    /** What the accepted rows come to in a column, exactly, and how many rows have a value there or none. */
    record ColumnSum(String column, BigDecimal sum, long values, long empty) {}
}
