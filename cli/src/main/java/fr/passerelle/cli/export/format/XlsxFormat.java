package fr.passerelle.cli.export.format;

import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.cli.export.XlsxSheet;
import fr.passerelle.published.dataset.Column;
import fr.passerelle.published.dataset.Extract;
import fr.passerelle.published.dataset.Row;
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
        List<Column> columns = extract.table().columns();
        try (Workbook book = new Workbook(out, "Passerelle", "1.0")) {
            try (XlsxSheet sheet = new XlsxSheet(
                    book,
                    extract.provenance().dataset(),
                    columns.stream().map(Column::name).toList())) {
                extract.table().rows().forEach(row -> sheet.line(cells(columns, row)));
            }
            try (XlsxSheet sheet = new XlsxSheet(book, "Lisez-moi", List.of("rubrique", "contenu"))) {
                extract.provenance().entries().forEach((name, text) -> sheet.line(List.of(name, text)));
                columns.forEach(column -> sheet.line(List.of(column.name(), column.says())));
            }
        }
    }

    private static List<Object> cells(List<Column> columns, Row row) {
        List<Object> cells = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Object cell = row.cells().get(i);
            cells.add(cell instanceof Number ? cell : Texts.of(columns.get(i), cell));
        }
        return cells;
    }
}
