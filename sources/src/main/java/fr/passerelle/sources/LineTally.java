package fr.passerelle.sources;

import fr.passerelle.schemas.table.FileLines;
import fr.passerelle.sources.mapping.MappedRecord;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawRow;
import fr.passerelle.sources.table.RawTable;

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
    void split(RawRow record, MappedRecord mappedRecord) {
        if (mappedRecord instanceof MappedRecord.Control) {
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
    FileLines end(RawTable.PassedLines passed) {
        return new FileLines(
                passed.all(), passed.announcing(), preamble, header, rows, inside, controls, passed.blank(), refused);
    }

    /** @throws UnusableFile when a line is unaccounted for */
    static void requireBalance(FileLines lines, String name) {
        if (lines.gap() != 0) {
            throw new UnusableFile(
                    "Le fichier « %s » a %d lignes et le programme en explique %d : rien n'est importé. C'est un défaut du programme : signalez-le avec ce fichier, sans données de personnes."
                            .formatted(name, lines.all(), lines.all() - lines.gap()));
        }
    }
}
