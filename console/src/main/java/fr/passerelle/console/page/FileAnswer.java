package fr.passerelle.console.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.passerelle.schemas.text.Formulas;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file that a browser keeps under a name. */
public final class FileAnswer {

    /** By which Excel sees UTF-8. */
    private static final String MARK = "\uFEFF";

    private FileAnswer() {}

    /** One of some content, made whole before it is given. */
    public static <T> ResponseEntity<T> of(String name, MediaType type, T content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }

    /**
     * A file for a spreadsheet, as commands write them, line after line.
     *
     * @param name of the file, without its ending
     * @param lines given where to put each line, puts them all; cells are guarded before
     */
    public static void csv(
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

    /** The same of rows that are told column by column. */
    public static <T> void table(
            HttpServletResponse response, String name, List<FileColumn<T>> columns, Consumer<Consumer<T>> rows)
            throws IOException {
        List<String> header = columns.stream().map(FileColumn::name).toList();
        csv(response, name, header, lines -> rows.accept(row -> lines.accept(FileColumn.line(columns, row))));
    }

    /** A column of a file for a spreadsheet, and its cell in a row: what is unknown is null. */
    public record FileColumn<T>(String name, Function<T, @Nullable Object> cell) {

        /** A row as the file has it: what is unknown is empty, and no spreadsheet computes a cell. */
        public static <T> List<String> line(List<FileColumn<T>> columns, T row) {
            return columns.stream()
                    .map(column ->
                            Formulas.guarded(Objects.toString(column.cell().apply(row), "")))
                    .toList();
        }
    }
}
