package fr.passerelle.cli.export.format;

import fr.passerelle.cli.dataset.DataColumn;
import fr.passerelle.cli.dataset.DataRow;
import fr.passerelle.cli.dataset.Extract;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.cli.export.XlsxWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** A workbook: the rows, then a sheet that says where they come from and what each column holds. */
final class XlsxFormat implements TableFormat {

    @Override
    public List<Path> write(Extract extract, Path file, boolean force) {
        OutputFile.write(file, force, out -> SteadyZip.copy(book -> write(extract, book), out));
        return List.of(file);
    }

    private static void write(Extract extract, OutputStream out) throws IOException {
        List<DataColumn> columns = extract.table().columns();
        try (Workbook book = new Workbook(out, "Passerelle", "1.0")) {
            try (XlsxWriter sheet = new XlsxWriter(
                    book,
                    extract.provenance().dataset(),
                    columns.stream().map(DataColumn::name).toList())) {
                extract.table().rows().forEach(row -> sheet.line(cells(columns, row)));
            }
            try (XlsxWriter sheet = new XlsxWriter(book, "Lisez-moi", List.of("rubrique", "contenu"))) {
                extract.provenance().entries().forEach((name, text) -> sheet.line(List.of(name, text)));
                columns.forEach(column -> sheet.line(List.of(column.name(), column.says())));
            }
        }
    }

    private static List<Object> cells(List<DataColumn> columns, DataRow row) {
        List<Object> cells = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Object cell = row.cells().get(i);
            cells.add(cell instanceof Number ? cell : CellTexts.of(columns.get(i), cell));
        }
        return cells;
    }
}
