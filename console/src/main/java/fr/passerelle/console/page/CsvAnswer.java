package fr.passerelle.console.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** A file for a spreadsheet, as commands write them: semicolons, and the mark by which Excel sees UTF-8. */
public final class CsvAnswer {

    private static final String MARK = "\uFEFF";

    private CsvAnswer() {}

    /**
     * Writes it, line after line.
     *
     * @param name of the file, without its ending
     * @param lines given where to put each line, puts them all; cells are guarded before
     */
    public static void write(
            HttpServletResponse response, String name, List<String> header, Consumer<Consumer<List<String>>> lines)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write(MARK);
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(out)) {
            csv.writeRecord(header);
            lines.accept(csv::writeRecord);
        }
    }
}
