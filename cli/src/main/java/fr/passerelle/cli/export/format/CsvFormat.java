package fr.passerelle.cli.export.format;

import fr.passerelle.cli.dataset.DataColumn;
import fr.passerelle.cli.dataset.DataRow;
import fr.passerelle.cli.dataset.Extract;
import fr.passerelle.cli.export.CsvFile;
import fr.passerelle.cli.export.OutputFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A CSV as the others of Passerelle, and beside it the description that the W3C's CSV on the Web looks for. */
final class CsvFormat implements TableFormat {

    @Override
    public List<Path> write(Extract extract, Path file, boolean force) {
        Path description = CsvDescription.beside(file);
        OutputFile.requireFree(description, force);
        CsvFile.write(file, force, header(extract), lines -> rows(extract, lines));
        CsvDescription.of(extract).write(file, description, force);
        return List.of(file, description);
    }

    /** Its rows alone, for a program: something else describes them. */
    static void writeUnmarked(Extract extract, Path file, boolean force) {
        CsvFile.writeUnmarked(file, force, header(extract), lines -> rows(extract, lines));
    }

    private static List<String> header(Extract extract) {
        return extract.table().columns().stream().map(DataColumn::name).toList();
    }

    private static void rows(Extract extract, Consumer<List<String>> lines) {
        List<DataColumn> columns = extract.table().columns();
        extract.table().rows().forEach(row -> lines.accept(cells(columns, row)));
    }

    private static List<String> cells(List<DataColumn> columns, DataRow row) {
        List<String> cells = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            cells.add(CellTexts.of(columns.get(i), row.cells().get(i)));
        }
        return cells;
    }
}
