package fr.passerelle.cli.export;

import fr.passerelle.published.reject.RejectColumns;
import fr.passerelle.published.reject.RejectTable;
import fr.passerelle.published.reject.Selection;
import fr.passerelle.sources.reject.UnusableFile;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;

/** Rejects and corrections as files for a spreadsheet. Memory does not grow with their number. */
public class RejectExport {

    private final RejectTable kept;

    public RejectExport(RejectTable kept) {
        this.kept = kept;
    }

    /**
     * Writes the rejects as CSV: UTF-8 with byte order mark, as Excel needs it, semicolons. Corrected, it can be given back.
     *
     * @throws UnusableFile when the file cannot be written
     */
    public void csvOfRejects(Selection of, boolean demonstration, Path file, boolean force) {
        RejectColumns columns = kept.columns(of, demonstration);
        CsvFile.write(
                file,
                force,
                columns.header(),
                lines -> kept.eachReject(of, Long.MAX_VALUE, reject -> lines.accept(columns.line(reject))));
    }

    /** The same for the corrections. */
    public void csvOfCorrections(Selection of, boolean demonstration, Path file, boolean force) {
        CorrectionColumns columns = new CorrectionColumns(demonstration);
        CsvFile.write(
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
        RejectColumns columns = kept.columns(of, demonstration);
        CorrectionColumns corrections = new CorrectionColumns(demonstration);
        OutputFile.write(file, force, out -> {
            try (Workbook book = new Workbook(out, "Passerelle", "1.0")) {
                try (XlsxWriter sheet = new XlsxWriter(book, "Rejets", columns.header())) {
                    kept.eachReject(of, Long.MAX_VALUE, reject -> sheet.line(columns.line(reject)));
                }
                try (XlsxWriter sheet = new XlsxWriter(book, "Corrections", corrections.header())) {
                    kept.eachCorrection(of, Long.MAX_VALUE, made -> sheet.line(corrections.line(made)));
                }
            }
        });
    }
}
