package fr.passerelle.cli.check;

import fr.passerelle.batch.attendance.Remarks;
import fr.passerelle.published.run.Counts;
import fr.passerelle.schemas.table.Correction;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Keeping;
import fr.passerelle.sources.Row;
import fr.passerelle.sources.reject.Corrected;
import fr.passerelle.sources.reject.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Gathers what becomes of rows, and no more of their cells than may be kept. */
final class Findings {

    private final Keeping keeping;
    private final Tally<Rejected> rejects = new Tally<>();
    private final Tally<CorrectedCell> corrections = new Tally<>();
    private final ColumnSums sums;
    private final TotalNames totals;
    private final List<Remarks> remarks = new ArrayList<>();
    private final List<AcceptedRow> first = new ArrayList<>();
    private Counts counts = Counts.NONE;
    private long correctedCells;

    Findings(Keeping keeping, TableSchema schema) {
        this.keeping = keeping;
        this.sums = new ColumnSums(schema);
        this.totals = new TotalNames(schema);
    }

    void accepted(Row row) {
        counts = counts.plusAccepted();
        sums.add(row);
        totals.see(row);
        row.corrections().forEach(cell -> corrected(row, cell));
        if (first.size() < Tally.FIRST) {
            first.add(new AcceptedRow(row.line(), row.ordinal(), keeping.kept(row)));
        }
    }

    void refused(Rejected rejected) {
        counts = counts.plusRejected();
        rejects.add(rejected.reason(), rejected);
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

    Checked of(FileFacts file, List<OtherActivity> others) {
        return new Checked(
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

    private void corrected(Row row, Corrected cell) {
        correctedCells++;
        corrections.add(cell.code(), new CorrectedCell(row.line(), row.ordinal(), cell));
    }
}
