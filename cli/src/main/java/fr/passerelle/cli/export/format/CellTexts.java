package fr.passerelle.cli.export.format;

import fr.passerelle.cli.dataset.DataColumn;
import fr.passerelle.schemas.text.Formulas;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Cells as a spreadsheet reads them: decimal point, oui and non, and never a formula. Nothing is the empty text. */
final class CellTexts {

    private CellTexts() {}

    static String of(DataColumn column, @Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Boolean flag -> flag ? "oui" : "non";
            case BigDecimal number -> number.setScale(column.scale()).toPlainString();
            case Number number -> number.toString();
            default -> Formulas.guarded(cell.toString());
        };
    }
}
