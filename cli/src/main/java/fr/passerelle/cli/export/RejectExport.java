package fr.passerelle.cli.export;

import fr.passerelle.published.reject.Reject;
import fr.passerelle.published.reject.RejectTable;
import fr.passerelle.published.reject.RejectTable.KeptCorrection;
import fr.passerelle.published.reject.RejectTable.Selection;
import fr.passerelle.published.run.Run;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sources.reject.UnusableFile;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;

/**
 * Rejects and corrections as files for a spreadsheet. Memory does not grow with their number.
 *
 * @param demonstration whether each line says that the data are a reconstruction
 */
public record RejectExport(RejectTable kept, Selection of, boolean demonstration) {

    /** The rejects: corrected, their file can be given back. */
    public Table<Reject> rejects() {
        return new Table<>(kept.columns(of, demonstration), each -> kept.eachReject(of, Long.MAX_VALUE, each::accept));
    }

    /** The corrections. */
    public Table<KeptCorrection> corrections() {
        Table.Layout<KeptCorrection, KeptCorrection> columns = Table.layout();
        if (demonstration) {
            columns.text("correction_avertissement", it -> "reconstitution");
        }
        return columns.text("correction_execution", it -> Run.idOf(it.runNo()))
                .text("correction_source", KeptCorrection::source)
                .text("correction_ligne", KeptCorrection::line)
                .text("correction_rang", KeptCorrection::ordinal)
                .text("correction_table", KeptCorrection::table)
                .text("correction_colonne", KeptCorrection::column)
                .text("correction_code", KeptCorrection::code)
                .text("avant", KeptCorrection::before)
                .text("apres", KeptCorrection::after)
                .of(each -> kept.eachCorrection(of, Long.MAX_VALUE, each::accept));
    }

    /**
     * Writes both as a workbook of a sheet each.
     *
     * @throws UnusableFile when the file cannot be written, or has more lines than a sheet can hold
     */
    public void xlsx(Path file, boolean force) {
        OutputFile.write(file, force, out -> {
            try (Workbook book = XlsxFile.book(out)) {
                XlsxFile.write(rejects(), "Rejets", book);
                XlsxFile.write(corrections(), "Corrections", book);
            }
        });
    }
}
