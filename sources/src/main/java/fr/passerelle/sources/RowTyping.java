package fr.passerelle.sources;

import fr.passerelle.schemas.person.PersonMask;
import fr.passerelle.schemas.table.Correction;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.cell.Column;
import fr.passerelle.sources.cell.CoordinateReader;
import fr.passerelle.sources.cell.RepairedText;
import fr.passerelle.sources.mapping.Binding;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.CorrectedRow;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.reject.RejectedRow;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Cells become values, in place: each by the column that its Table Schema says, corrected where the mapping allows it. One thread. */
final class RowTyping {
    private final Column[] columns;
    private final @Nullable CoordinateReader places;
    private final KeptCells.Rejections rejections;
    private final Consumer<String> others;

    /** @param others told the words of each activity that becomes another one */
    RowTyping(TableSchema schema, Mapping mapping, KeptCells.Rejections rejections, Consumer<String> others) {
        List<String> header = schema.header();
        this.columns = schema.fields().stream()
                .map(field -> new Column(field, mapping.recipe().forms(field.name())))
                .toArray(Column[]::new);
        this.places = CoordinateReader.of(
                header,
                mapping.recipe().forms(CoordinateReader.LATITUDE),
                mapping.recipe().forms(CoordinateReader.LONGITUDE));
        this.rejections = rejections;
        this.others = others;
    }

    CorrectedRow.CellCorrection illegible(Binding.MappedRecord.IllegibleText text) {
        return corrected(text.column(), Correction.INCONNU, text.before(), text.after());
    }

    /** Types the cells of a row; answers why it is refused, null where it respects its columns. */
    @Nullable
    RejectedRow type(Row row) {
        CoordinateReader.Reading place = places == null ? CoordinateReader.Reading.AS_TOLD : places.of(row.cells());
        if (place.nowhere() != null) {
            return rejections.refuse(row, CoordinateReader.LATITUDE, RejectReason.HORS_DE_FRANCE, place.nowhere());
        }
        for (int i = 0; i < columns.length; i++) {
            String cell = row.text(i);
            if (!type(row, i, place)) {
                return rejections.refuse(row, columns[i].name(), columns[i].reason(cell), columns[i].message(cell));
            }
        }
        return null;
    }

    /** Empties the cells that are not what their column says: what is left of a refused row is sure. */
    void leaveWhatIsSure(Row row) {
        for (int i = 0; i < columns.length; i++) {
            String cell = row.text(i);
            if (columns[i].canonical(cell) == Column.INVALID && columns[i].repair(cell) == null) {
                row.cells()[i] = "";
            }
        }
    }

    private boolean type(Row row, int i, CoordinateReader.Reading place) {
        RepairedText moved = place.moved().get(columns[i].name());
        if (moved != null) {
            return repair(row, i, moved);
        }
        String cell = row.text(i);
        row.values()[i] = columns[i].value(cell);
        return row.values()[i] != Column.INVALID || repair(row, i, columns[i].repair(cell));
    }

    private boolean repair(Row row, int i, @Nullable RepairedText repairedText) {
        if (repairedText == null) {
            return false;
        }
        Correction code = repairedText.code();
        if (code == Correction.ACTIVITE_AUTRE) {
            others.accept(row.text(i));
        }
        if (code != null) {
            row.corrections().add(corrected(i, code, row.text(i), repairedText.text()));
        }
        row.cells()[i] = repairedText.text();
        row.values()[i] = columns[i].canonical(repairedText.text());
        return true;
    }

    private CorrectedRow.CellCorrection corrected(int i, Correction code, String before, String after) {
        String kept = code == Correction.ACTIVITE_AUTRE
                ? PersonMask.BLOT
                : rejections.keeping().keep(i, before);
        return new CorrectedRow.CellCorrection(
                columns[i].name(), code.name(), kept, rejections.keeping().keep(i, after));
    }
}
