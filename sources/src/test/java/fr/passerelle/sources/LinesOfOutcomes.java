package fr.passerelle.sources;

import fr.passerelle.schemas.table.FileLines;

/** What the rows and the rejects of a file say of its lines: they come one after the other, and no two are of one line. */
final class LinesOfOutcomes {

    private long last;
    private long told;

    /** @param header line of the header, 0 for none */
    LinesOfOutcomes(long header) {
        this.last = header;
    }

    void see(Row.RowOutcome outcome) {
        switch (outcome) {
            case Row.RowOutcome.Accepted(Row row) -> see(row);
            case Row.RowOutcome.Refused(Row row, var rejected) -> see(row);
            case Row.RowOutcome.Control() -> {}
        }
    }

    /** At least the lines that are refused stand in rejects, and at most those of rows and of several lines beside. */
    void requireAgreement(FileLines lines) {
        if (lines.gap() != 0 || last > lines.all()) {
            throw new IllegalStateException("Lines do not add up: " + lines + ", last told " + last);
        }
        if (told < lines.refused() || told > lines.refused() + lines.rows() + lines.inside()) {
            throw new IllegalStateException("Rows and rejects tell " + told + " lines: " + lines);
        }
    }

    private void see(Row row) {
        if (row.line() == 0 || row.ordinal() > 0) {
            return;
        }
        if (row.line() <= last) {
            throw new IllegalStateException("Line " + row.line() + " is told after line " + last);
        }
        last = row.line() + row.lines() - 1;
        told += row.lines();
    }
}
