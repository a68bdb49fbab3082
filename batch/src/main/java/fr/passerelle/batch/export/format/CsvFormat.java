package fr.passerelle.batch.export.format;

import fr.passerelle.batch.export.CsvFile;
import fr.passerelle.batch.export.OutputFile;
import fr.passerelle.batch.export.data.Column;
import fr.passerelle.batch.export.data.Extract;
import fr.passerelle.batch.export.data.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A CSV as the others of Passerelle, and beside it the description that the W3C's CSV on the Web looks for. */
final class CsvFormat implements TableFormat {

    @Override
    public List<Path> write(Extract extract, Path file, boolean force) {
        Path description = CsvDescription.beside(file);
        OutputFile.requireFree(description, force);
        List<Column> columns = extract.table().columns();
        CsvFile.write(
                file,
                force,
                columns.stream().map(Column::name).toList(),
                lines -> extract.table().rows().forEach(row -> lines.accept(cells(columns, row))));
        CsvDescription.of(extract).write(file, description, force);
        return List.of(file, description);
    }

    private static List<String> cells(List<Column> columns, Row row) {
        List<String> cells = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            cells.add(Texts.of(columns.get(i), row.cells().get(i)));
        }
        return cells;
    }
}
