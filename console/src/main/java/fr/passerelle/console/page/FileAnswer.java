package fr.passerelle.console.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.passerelle.sheets.form.Table;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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

    /** A file for a spreadsheet, as commands write them, line after line; its name has no ending yet. */
    public static void csv(HttpServletResponse response, String name, Table<?> table) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write(MARK);
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(out)) {
            csv.writeRecord(table.header());
            table.texts(csv::writeRecord);
        }
    }
}
