package fr.passerelle.cli.proposal;

import fr.passerelle.schemas.person.PersonColumns;
import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.sources.mapping.HeaderSearch;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawRow;
import fr.passerelle.sources.table.RawTable;
import fr.passerelle.sources.table.RawTables;
import fr.passerelle.sources.table.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a whole file looks like.
 *
 * @param headers cleaned, in order
 * @param columns what their cells look like, in the same order
 */
record FileLook(RawTable.Traits traits, long headerLine, List<String> headers, List<ColumnLook> columns) {

    private static final int BUFFER = 40;
    private static final int NEXT = 3;
    private static final int FEWEST_COMMON = 4;
    private static final double COMMON = 0.8;

    /**
     * Reads a file from end to end; memory does not grow with it.
     *
     * @param name what the file is called in messages
     * @param sheet of a workbook; null for the only one
     * @throws UnusableFile when it cannot be read, or is empty
     */
    static FileLook at(Path file, String name, @Nullable String sheet) {
        Reading reading = new Reading(null, null, null, null, sheet, null);
        try (RawTable table = RawTables.open(file, name, reading)) {
            List<RawRow> first = first(table);
            if (first.isEmpty()) {
                throw new UnusableFile(
                        "Le fichier « %s » est vide : donnez-en un qui a un en-tête et des lignes.".formatted(name));
            }
            int place = header(first);
            List<String> headers =
                    first.get(place).texts().stream().map(HeaderSearch::clean).toList();
            List<ColumnLook> columns =
                    headers.stream().map(header -> new ColumnLook()).toList();
            BitSet nobody = nobody(headers);
            first.subList(place + 1, first.size()).forEach(row -> see(row, nobody, columns));
            table.settle(new RawTable.RowLayout(headers.size(), nobody, RawTable.RowLayout.all(headers.size())));
            for (RawRow row = table.next(); row != null; row = table.next()) {
                see(row, nobody, columns);
            }
            return new FileLook(table.traits(), first.get(place).line(), headers, columns);
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

    private static void see(RawRow row, BitSet nobody, List<ColumnLook> columns) {
        if (row.flaw() == null) {
            nobody.stream().forEach(i -> columns.get(i).see(row.text(i)));
        }
    }

    /** The headers in plain words, without a first word that nearly all of them begin with. */
    List<String> plain() {
        List<String> plain = headers.stream().map(PlainText::words).toList();
        String first = plain.isEmpty() ? "" : mostUsual(plain);
        long such = plain.stream().filter(words -> words.startsWith(first)).count();
        boolean common = !first.isBlank() && such >= FEWEST_COMMON && such >= COMMON * plain.size();
        return common
                ? plain.stream()
                        .map(words -> words.startsWith(first) ? words.substring(first.length()) : words)
                        .toList()
                : plain;
    }

    /** The first word, with the space behind it, of most headers of several words. */
    private static String mostUsual(List<String> plain) {
        Map<String, Long> firsts = plain.stream()
                .filter(words -> words.contains(" "))
                .collect(Collectors.groupingBy(
                        words -> words.substring(0, words.indexOf(' ') + 1), TreeMap::new, Collectors.counting()));
        return firsts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
