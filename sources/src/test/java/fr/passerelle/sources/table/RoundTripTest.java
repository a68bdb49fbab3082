package fr.passerelle.sources.table;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written in any declared charset, dialect and line end is read back, cell by cell. Seeded: the row of the table is the case. */
class RoundTripTest {

    private static final int ROWS = 200;
    private static final int WIDTH = 5;
    private static final String[] PIECES = {
        "a", "é", "œ", "Ç", " ", "\"", "\"\"", ";", ",", "\t", "|", "'", "\n", "\r\n", "0", "1 234,5", "l'été", "=1+1",
        "#", "«", "»"
    };

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ;, LF, 1", "UTF-8, ',', CRLF, 2", "UTF-8, |, CR, 3", "windows-1252, ;, CRLF, 4",
        "windows-1252, ',', LF, 5", "ISO-8859-15, ;, LF, 6", "UTF-16LE, ;, CRLF, 7", "UTF-16BE, ',', LF, 8",
        "MacRoman, ;, CR, 9"
    })
    void readsBackWhatWasWritten(String charset, char separator, LineDelimiter end, long seed) throws IOException {
        Path file = folder.resolve("cells.csv");
        List<List<String>> written = write(file, Charset.forName(charset), separator, end, new Random(seed));

        List<List<String>> read = read(file, new Reading(charset, separator, '"', null, null, null));

        assertThat(read).isEqualTo(written);
    }

    private static List<List<String>> write(
            Path file, Charset charset, char separator, LineDelimiter end, Random random) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(end)
                .build(Files.newBufferedWriter(file, charset))) {
            for (int i = 0; i < ROWS; i++) {
                List<String> cells = cells(i, random);
                writer.writeRecord(cells);
                rows.add(cells.stream().map(String::strip).toList());
            }
        }
        return rows;
    }

    /** The first cell is never blank: a record of blanks is passed over. */
    private static List<String> cells(int row, Random random) {
        List<String> cells = new ArrayList<>();
        cells.add("r" + row);
        for (int i = 1; i < WIDTH; i++) {
            StringBuilder cell = new StringBuilder();
            for (int piece = random.nextInt(6); piece > 0; piece--) {
                cell.append(PIECES[random.nextInt(PIECES.length)]);
            }
            cells.add(cell.toString());
        }
        return cells;
    }

    private static List<List<String>> read(Path file, Reading reading) {
        List<List<String>> rows = new ArrayList<>();
        try (RawTable table = RawTables.open(file, "cells.csv", reading)) {
            for (RawRow row = table.next(); row != null; row = table.next()) {
                assertThat(row.flaw()).isNull();
                rows.add(List.copyOf(row.texts()));
            }
        }
        return rows;
    }
}
