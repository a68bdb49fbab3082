package fr.passerelle.cli.export;

import fr.passerelle.published.reject.KeptCorrection;
import fr.passerelle.published.reject.RejectColumns;
import fr.passerelle.published.reject.RejectTable;
import fr.passerelle.published.reject.Selection;
import fr.passerelle.schemas.text.Formulas;
import fr.passerelle.sources.reject.UnusableFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;

/** Rejects and corrections as files for a spreadsheet. Memory does not grow with their number. */
public class RejectExport {

    private static final List<String> CORRECTION_COLUMNS =
            List.of(("correction_execution correction_source correction_ligne correction_rang correction_table"
                            + " correction_colonne correction_code avant apres")
                    .split(" ", -1));

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
        CsvFile.write(
                file,
                force,
                header(demonstration),
                lines -> kept.eachCorrection(of, Long.MAX_VALUE, made -> lines.accept(line(made, demonstration))));
    }

    /**
     * Writes both as a workbook: a sheet for the rejects, as in the CSV, and one for the corrections.
     *
     * @throws UnusableFile when the file cannot be written, or has more lines than a sheet can hold
     */
    public void xlsx(Selection of, boolean demonstration, Path file, boolean force) {
        RejectColumns columns = kept.columns(of, demonstration);
        OutputFile.write(file, force, out -> {
            try (Workbook book = XlsxFile.book(out)) {
                try (XlsxFile.Sheet sheet = new XlsxFile.Sheet(book, "Rejets", columns.header())) {
                    kept.eachReject(of, Long.MAX_VALUE, reject -> sheet.line(columns.line(reject)));
                }
                try (XlsxFile.Sheet sheet = new XlsxFile.Sheet(book, "Corrections", header(demonstration))) {
                    kept.eachCorrection(of, Long.MAX_VALUE, made -> sheet.line(line(made, demonstration)));
                }
            }
        });
    }

    private static List<String> header(boolean demonstration) {
        return warned(demonstration, "correction_avertissement", CORRECTION_COLUMNS);
    }

    private static List<String> line(KeptCorrection correction, boolean demonstration) {
        return warned(
                demonstration,
                "reconstitution",
                List.of(
                        "N-%06d".formatted(correction.runNo()),
                        Formulas.guarded(correction.source()),
                        Long.toString(correction.line()),
                        Integer.toString(correction.ordinal()),
                        correction.table(),
                        correction.column(),
                        correction.code(),
                        Formulas.guarded(correction.before()),
                        Formulas.guarded(correction.after())));
    }

    private static List<String> warned(boolean demonstration, String warning, List<String> cells) {
        return Stream.concat(Stream.of(warning).filter(it -> demonstration), cells.stream())
                .toList();
    }
}
