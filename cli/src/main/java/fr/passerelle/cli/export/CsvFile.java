package fr.passerelle.cli.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A CSV: UTF-8, semicolons; for a spreadsheet with a byte order mark, as Excel needs it. Cells are to be guarded before: {@link Formulas}. */
public final class CsvFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvFile() {}

    /**
     * Writes it for a spreadsheet.
     *
     * @param lines given where to put each line, puts them all
     * @throws UnusableFile when it cannot be written
     */
    public static void write(Path file, boolean force, List<String> header, Consumer<Consumer<List<String>>> lines) {
        write(file, force, BYTE_ORDER_MARK, header, lines);
    }

    /** The same for a program, which would take the mark for a part of the first name. */
    public static void writeUnmarked(
            Path file, boolean force, List<String> header, Consumer<Consumer<List<String>>> lines) {
        write(file, force, "", header, lines);
    }

    private static void write(
            Path file, boolean force, String mark, List<String> header, Consumer<Consumer<List<String>>> lines) {
        OutputFile.write(file, force, out -> {
            try (CsvWriter csv = writer(out, mark)) {
                csv.writeRecord(header);
                lines.accept(csv::writeRecord);
            }
        });
    }

    private static CsvWriter writer(OutputStream out, String mark) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(mark);
        return CsvWriter.builder().fieldSeparator(';').build(text);
    }
}
