package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Correction;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The columns of our tables and what they make of a cell. */
final class Typing {

    private Typing() {}

    /** "text" where the cell is taken, "text CODE" where it is corrected, "text -" where it is read as declared, "REASON" where it is refused. */
    static String read(String column, String cell) {
        return read(column, cell, Forms.UNDECLARED);
    }

    static String read(String name, String cell, Forms forms) {
        Column column = column(name, forms);
        if (column.value(cell) != Column.INVALID) {
            return cell;
        }
        RepairedText repairedText = column.repair(cell);
        if (repairedText == null) {
            return column.reason(cell).name();
        }
        Correction code = repairedText.code();
        return repairedText.text() + " " + (code == null ? "-" : code.name());
    }

    static Column column(String name, Forms forms) {
        return Column.of(field(name), forms);
    }

    static Stream<Field> fields() {
        return TableSchema.all().stream().flatMap(schema -> schema.fields().stream());
    }

    static Forms dates(Forms.DateForm... forms) {
        return new Forms(
                List.of(forms),
                50,
                Forms.DecimalMark.UNDECLARED,
                Set.of(),
                Forms.CoordinateSystem.UNDECLARED,
                Set.of(),
                false,
                false,
                false);
    }

    static Forms decimal(Forms.DecimalMark mark) {
        return numbers(mark, Set.of());
    }

    static Forms numbers(Forms.DecimalMark mark, Set<String> units) {
        return new Forms(List.of(), 50, mark, units, Forms.CoordinateSystem.UNDECLARED, Set.of(), false, false, false);
    }

    static Forms missing(String... words) {
        return new Forms(
                List.of(),
                50,
                Forms.DecimalMark.UNDECLARED,
                Set.of(),
                Forms.CoordinateSystem.UNDECLARED,
                Set.of(words),
                false,
                false,
                false);
    }

    private static Field field(String name) {
        return fields().filter(field -> field.name().equals(name)).findFirst().orElseThrow();
    }
}
