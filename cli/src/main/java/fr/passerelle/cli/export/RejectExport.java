package fr.passerelle.cli.export;

import fr.passerelle.cli.dataset.Table;
import fr.passerelle.cli.dataset.Table.Column;
import fr.passerelle.published.reject.RejectTable;
import fr.passerelle.published.reject.RejectTable.KeptCorrection;
import fr.passerelle.published.reject.RejectTable.RejectColumns;
import fr.passerelle.published.reject.RejectTable.Selection;
import fr.passerelle.published.run.Run;
import fr.passerelle.sources.reject.UnusableFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
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
        List<Column<KeptCorrection>> columns = corrections(demonstration);
        CsvFile.write(
                file,
                force,
                Column.names(columns),
                lines -> kept.eachCorrection(of, Long.MAX_VALUE, made -> lines.accept(Column.texts(columns, made))));
    }

    /**
     * Writes both as a workbook: a sheet for the rejects, as in the CSV, and one for the corrections.
     *
     * @throws UnusableFile when the file cannot be written, or has more lines than a sheet can hold
     */
    public void xlsx(Selection of, boolean demonstration, Path file, boolean force) {
        RejectColumns columns = kept.columns(of, demonstration);
        List<Column<KeptCorrection>> corrections = corrections(demonstration);
        OutputFile.write(file, force, out -> {
            try (Workbook book = XlsxFile.book(out)) {
                try (XlsxFile.Sheet sheet = new XlsxFile.Sheet(book, "Rejets", columns.header())) {
                    kept.eachReject(of, Long.MAX_VALUE, reject -> sheet.line(columns.line(reject)));
                }
                try (XlsxFile.Sheet sheet = new XlsxFile.Sheet(book, "Corrections", Column.names(corrections))) {
                    kept.eachCorrection(of, Long.MAX_VALUE, made -> sheet.line(Column.texts(corrections, made)));
                }
            }
        });
    }

    private static List<Column<KeptCorrection>> corrections(boolean demonstration) {
        List<Column<KeptCorrection>> columns = List.of(
                column("correction_execution", it -> Run.idOf(it.runNo())),
                column("correction_source", KeptCorrection::source),
                column("correction_ligne", KeptCorrection::line),
                column("correction_rang", KeptCorrection::ordinal),
                column("correction_table", KeptCorrection::table),
                column("correction_colonne", KeptCorrection::column),
                column("correction_code", KeptCorrection::code),
                column("avant", KeptCorrection::before),
                column("apres", KeptCorrection::after));
        return Stream.concat(
                        Stream.of(column("correction_avertissement", it -> "reconstitution"))
                                .filter(it -> demonstration),
                        columns.stream())
                .toList();
    }

    private static Column<KeptCorrection> column(String name, Function<KeptCorrection, Object> cell) {
        return new Column<>(name, Table.Kind.TEXT, 0, "", cell);
    }
}
