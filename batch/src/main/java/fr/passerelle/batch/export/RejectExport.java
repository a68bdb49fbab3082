package fr.passerelle.batch.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.passerelle.batch.source.reject.UnusableFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.springframework.stereotype.Service;

/** Rejects and corrections as files for a spreadsheet. Memory does not grow with their number. */
@Service
public class RejectExport {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final KeptRows kept;

    RejectExport(KeptRows kept) {
        this.kept = kept;
    }

    /**
     * Writes the rejects as CSV: UTF-8 with byte order mark, as Excel needs it, semicolons. Corrected, it can be given back.
     *
     * @throws UnusableFile when the file cannot be written
     */
    public void csvOfRejects(Selection of, boolean demonstration, Path file, boolean force) {
        RejectColumns columns = new RejectColumns(kept.tables(of), demonstration);
        csv(
                file,
                force,
                columns.header(),
                lines -> kept.eachReject(of, Long.MAX_VALUE, reject -> lines.accept(columns.line(reject))));
    }

    /** The same for the corrections. */
    public void csvOfCorrections(Selection of, boolean demonstration, Path file, boolean force) {
        CorrectionColumns columns = new CorrectionColumns(demonstration);
        csv(
                file,
                force,
                columns.header(),
                lines -> kept.eachCorrection(of, Long.MAX_VALUE, made -> lines.accept(columns.line(made))));
    }

    /**
     * Writes both as a workbook: a sheet for the rejects, as in the CSV, and one for the corrections.
     *
     * @throws UnusableFile when the file cannot be written, or has more lines than a sheet can hold
     */
    public void xlsx(Selection of, boolean demonstration, Path file, boolean force) {
        RejectColumns columns = new RejectColumns(kept.tables(of), demonstration);
        CorrectionColumns corrections = new CorrectionColumns(demonstration);
        OutputFile.write(file, force, out -> {
            try (Workbook book = new Workbook(out, "Passerelle", "1.0")) {
                try (XlsxSheet sheet = new XlsxSheet(book, "Rejets", columns.header())) {
                    kept.eachReject(of, Long.MAX_VALUE, reject -> sheet.line(columns.line(reject)));
                }
                try (XlsxSheet sheet = new XlsxSheet(book, "Corrections", corrections.header())) {
                    kept.eachCorrection(of, Long.MAX_VALUE, made -> sheet.line(corrections.line(made)));
                }
            }
        });
    }

    private static void csv(Path file, boolean force, List<String> header, Consumer<Consumer<List<String>>> lines) {
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
