package fr.passerelle.batch.check;

import fr.passerelle.batch.source.Counts;
import fr.passerelle.batch.source.Keeping;
import fr.passerelle.batch.source.Row;
import fr.passerelle.batch.source.reject.Corrected;
import fr.passerelle.batch.source.reject.Rejected;
import java.util.ArrayList;
import java.util.List;

/** Gathers what becomes of rows, and no more of their cells than may be kept. */
final class Findings {

    private final Keeping keeping;
    private final Tally<Rejected> rejects = new Tally<>();
    private final Tally<CorrectedCell> corrections = new Tally<>();
    private final List<AcceptedRow> first = new ArrayList<>();
    private Counts counts = Counts.NONE;
    private long correctedCells;

    Findings(Keeping keeping) {
        this.keeping = keeping;
    }

    void accepted(Row row) {
        counts = counts.plusAccepted();
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

    Checked of(FileFacts file) {
        return new Checked(file, counts, correctedCells, rejects.cases(), corrections.cases(), List.copyOf(first));
    }

    private void corrected(Row row, Corrected cell) {
        correctedCells++;
        corrections.add(cell.code(), new CorrectedCell(row.line(), row.ordinal(), cell));
    }
}
