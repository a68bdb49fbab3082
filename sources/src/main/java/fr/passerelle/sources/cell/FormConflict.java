package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Field;
import java.util.Set;

/**
 * Cells of the canonical form which what is declared reads otherwise: the declaration wins over the schema.
 *
 * @param missing texts that mean nothing
 * @param comma whether a point is no decimal point
 */
record FormConflict(Set<String> missing, boolean comma) {

    static FormConflict of(Field field, Forms forms) {
        boolean number = field.type() == Field.Type.NUMBER || field.type() == Field.Type.INTEGER;
        return new FormConflict(forms.missing(), number && forms.decimal() == DecimalMark.COMMA);
    }

    boolean concerns(String cell) {
        return comma && cell.indexOf('.') >= 0 || missing(cell);
    }

    boolean missing(String cell) {
        return missing.contains(cell);
    }
}
