package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Correction;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.mapping.Mapping;
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
        return new Column(
                fields().filter(field -> field.name().equals(name)).findFirst().orElseThrow(), forms);
    }

    static Stream<Field> fields() {
        return TableSchema.all().stream().flatMap(schema -> schema.fields().stream());
    }

    /** What a mapping declares of cells by these lines. */
    static Forms declaring(String lines) {
        String rooms = """
            mapping: essai
            table: salles
            fichiers: ["*"]
            colonnes: {id_salle: A, nom: B, code_insee: C, gestion: {constante: REGION}}
            """;
        return Mapping.parse(rooms + lines, "essai.yaml").recipe().forms("");
    }
}
