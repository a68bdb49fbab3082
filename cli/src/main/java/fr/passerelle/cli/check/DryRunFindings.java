package fr.passerelle.cli.check;

import fr.passerelle.batch.attendance.Remarks;
import fr.passerelle.published.run.Counts;
import fr.passerelle.schemas.table.Correction;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.KeptCells;
import fr.passerelle.sources.Row;
import fr.passerelle.sources.reject.CorrectedRow;
import fr.passerelle.sources.reject.RejectedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Gathers what becomes of rows, and no more of their cells than may be kept. */
final class DryRunFindings {

    private final KeptCells keptCells;
    private final CaseTally<RejectedRow> rejects = new CaseTally<>();
    private final CaseTally<CorrectedCell> corrections = new CaseTally<>();
    private final ColumnSums sums;
    private final TotalNames totals;
    private final List<Remarks> remarks = new ArrayList<>();
    private final List<AcceptedRow> first = new ArrayList<>();
    private Counts counts = Counts.NONE;
    private long correctedCells;

    DryRunFindings(KeptCells keptCells, TableSchema schema) {
        this.keptCells = keptCells;
        this.sums = new ColumnSums(schema);
        this.totals = new TotalNames(schema);
    }

    void accepted(Row row) {
        counts = counts.plusAccepted();
        sums.add(row);
        totals.see(row);
        row.corrections().forEach(cell -> corrected(row, cell));
        if (first.size() < CaseTally.FIRST) {
            first.add(new AcceptedRow(row.line(), row.ordinal(), keptCells.kept(row)));
        }
    }

    void refused(RejectedRow rejectedRow) {
        counts = counts.plusRejected();
        rejects.add(rejectedRow.reason(), rejectedRow);
    }

    void control() {
        counts = counts.plusControl();
    }

    /** Whether an activity became another one. */
    boolean hasOthers() {
        return corrections.has(Correction.ACTIVITE_AUTRE.name());
    }

    /** What is odd about the rows that were accepted, once all are read. */
    void remarks(List<Remarks> all) {
        remarks.addAll(all);
        all.stream()
                .filter(one -> one.code() == Remarks.Oddity.DOUBLE_POSSIBLE)
                .forEach(doubles -> counts = counts.plus(new Counts(0, 0, 0, 0, 0, doubles.count())));
    }

    DryRunReport of(FileFacts file, List<OtherActivity> others) {
        return new DryRunReport(
                file,
                counts,
                correctedCells,
                sums.list(),
                rejects.cases(),
                corrections.cases(),
                Stream.concat(remarks.stream(), Stream.of(totals.remarks()))
                        .filter(one -> one.count() > 0)
                        .toList(),
                List.copyOf(first),
                others);
    }

    private void corrected(Row row, CorrectedRow.CellCorrection cell) {
        correctedCells++;
        corrections.add(cell.code(), new CorrectedCell(row.line(), row.ordinal(), cell));
    }
}
