package fr.passerelle.batch.source;

import fr.passerelle.batch.source.mapping.Mapped;
import fr.passerelle.batch.source.table.PassedLines;
import fr.passerelle.batch.source.table.RawRow;

/** Counts what the lines of a file are, while it is read. */
final class LineTally {

    private long preamble;
    private long header;
    private long rows;
    private long inside;
    private long controls;
    private long refused;

    void preamble(RawRow record) {
        preamble += record.lines();
    }

    void header(RawRow record) {
        header += record.lines();
    }

    /** A record whose cells can be told apart. */
    void split(RawRow record, Mapped mapped) {
        if (mapped instanceof Mapped.Control) {
            controls += record.lines();
        } else {
            rows++;
            inside += record.lines() - 1;
        }
    }

    /** A record whose cells cannot be told apart. */
    void unsplit(RawRow record) {
        refused += record.lines();
    }

    /** All lines of the file, once it is read. */
    FileLines end(PassedLines passed) {
        return new FileLines(
                passed.all(), passed.announcing(), preamble, header, rows, inside, controls, passed.blank(), refused);
    }
}
