package fr.passerelle.console.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.passerelle.published.audit.Audit;
import fr.passerelle.published.audit.Audit.AuditAction;
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
import org.springframework.stereotype.Component;

/** A file that a browser keeps under a name. */
@Component
public final class FileAnswer {

    /** By which Excel sees UTF-8. */
    private static final String MARK = "\uFEFF";

    private final Audit audit;

    /** @param audit says first what is taken away */
    public FileAnswer(Audit audit) {
        this.audit = audit;
    }

    /** One of some content, made whole before it is given. */
    public static <T> ResponseEntity<T> of(String name, MediaType type, T content) {
        ContentDisposition file = ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(content);
    }

    /** A file for a spreadsheet, as commands write them, line after line, named after what the audit says of it first. */
    public void csv(String accountId, HttpServletResponse response, String what, Table<?> table) throws IOException {
        audit.read(accountId, AuditAction.EXPORTED, what);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + what.replaceFirst(" ", "-") + ".csv\"");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write(MARK);
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(out)) {
            csv.writeRecord(table.header());
            table.texts(csv::writeRecord);
        }
    }
}
