package fr.passerelle.batch.source.proposal;

import fr.passerelle.batch.source.mapping.HeaderText;
import fr.passerelle.batch.source.person.PersonColumns;
import fr.passerelle.batch.source.reject.UnusableFile;
import fr.passerelle.batch.source.table.RawRow;
import fr.passerelle.batch.source.table.RawTable;
import fr.passerelle.batch.source.table.RawTables;
import fr.passerelle.batch.source.table.Reading;
import fr.passerelle.batch.source.table.Traits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a whole file looks like.
 *
 * @param headers cleaned, in order
 * @param columns what their cells look like, in the same order
 */
record Look(Traits traits, long headerLine, List<String> headers, List<ColumnLook> columns) {

    private static final int BUFFER = 40;
    private static final int NEXT = 3;

    /**
     * Reads a file from end to end; memory does not grow with it.
     *
     * @param name what the file is called in messages
     * @throws UnusableFile when it cannot be read, or is empty
     */
    static Look at(Path file, String name) {
        try (RawTable table = RawTables.open(file, name, Reading.UNDECLARED)) {
            List<RawRow> first = first(table);
            if (first.isEmpty()) {
                throw new UnusableFile(
                        "Le fichier « %s » est vide : donnez-en un qui a un en-tête et des lignes.".formatted(name));
            }
            int place = header(first);
            List<String> headers =
                    first.get(place).texts().stream().map(HeaderText::clean).toList();
            List<ColumnLook> columns =
                    headers.stream().map(header -> new ColumnLook()).toList();
            first.subList(place + 1, first.size()).forEach(row -> see(row, headers, columns));
            table.keepOnly(nobody(headers));
            for (RawRow row = table.next(); row != null; row = table.next()) {
                see(row, headers, columns);
            }
            return new Look(table.traits(), first.get(place).line(), headers, columns);
        }
    }

    private static List<RawRow> first(RawTable table) {
        List<RawRow> first = new ArrayList<>();
        for (RawRow row = table.next(); row != null; row = table.next()) {
            first.add(row);
            if (first.size() == BUFFER) {
                break;
            }
        }
        return first;
    }

    /** The first record with at least two filled cells and as many as each of the next ones; else the first. */
    private static int header(List<RawRow> rows) {
        return IntStream.range(0, rows.size())
                .filter(i -> filled(rows.get(i)) >= 2)
                .filter(i -> rows.stream().skip(i + 1L).limit(NEXT).allMatch(row -> filled(row) <= filled(rows.get(i))))
                .findFirst()
                .orElse(0);
    }

    private static long filled(RawRow row) {
        return row.texts().stream().filter(cell -> !cell.isEmpty()).count();
    }

    private static BitSet nobody(List<String> headers) {
        BitSet kept = new BitSet();
        IntStream.range(0, headers.size())
                .filter(i -> !PersonColumns.byHeader(headers.get(i)))
                .forEach(kept::set);
        return kept;
    }

    private static void see(RawRow row, List<String> headers, List<ColumnLook> columns) {
        for (int i = 0; i < headers.size() && row.flaw() == null; i++) {
            columns.get(i).see(row.text(i));
        }
    }
}
