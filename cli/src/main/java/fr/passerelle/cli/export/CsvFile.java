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

/** A CSV for a spreadsheet: UTF-8 with byte order mark, as Excel needs it, semicolons. Cells are to be guarded before: {@link Formulas}. */
public final class CsvFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvFile() {}

    /**
     * Writes it.
     *
     * @param lines given where to put each line, puts them all
     * @throws UnusableFile when it cannot be written
     */
    public static void write(Path file, boolean force, List<String> header, Consumer<Consumer<List<String>>> lines) {
        OutputFile.write(file, force, out -> {
            try (CsvWriter csv = writer(out)) {
                csv.writeRecord(header);
                lines.accept(csv::writeRecord);
            }
        });
    }

    private static CsvWriter writer(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        return CsvWriter.builder().fieldSeparator(';').build(text);
    }
}
