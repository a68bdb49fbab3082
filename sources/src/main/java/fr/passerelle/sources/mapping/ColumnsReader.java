package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.table.Activity;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.Field.ListFormat;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.yaml.Branch;
import fr.passerelle.schemas.yaml.Leaf;
import fr.passerelle.schemas.yaml.NearestWord;
import fr.passerelle.schemas.yaml.Tree;
import fr.passerelle.sources.cell.Column;
import fr.passerelle.sources.cell.Forms;
import fr.passerelle.sources.cell.RepairedText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The section {@code colonnes}. */
record ColumnsReader(Branch branch, TableSchema schema, Forms forms) {
    /** What a row is known by: a constant would make all rows one. */
    private static final Set<String> IDENTIFIERS = Set.of("id_releve", "epci_siren");

    Map<String, Formula> read() {
        Map<String, Formula> targets = new LinkedHashMap<>();
        for (String column : branch.keys()) {
            Tree tree = branch.tree(column);
            Optional<Field> field = schema.field(column);
            if (field.isEmpty()) {
                refuseUnknown(column);
            } else if (tree != null) {
                Formula formula = FormulaReader.read(tree, destination(field.get()));
                if (formula != null) {
                    refuseNoIdentifier(field.get(), formula);
                    targets.put(column, formula);
                }
            }
        }
        return targets;
    }

    private void refuseUnknown(String column) {
        String hint = NearestWord.of(column, schema.header())
                .map(near -> "vouliez-vous dire « " + near + " » ?")
                .orElse("colonnes possibles : " + String.join(", ", schema.header()));
        branch.problem(column, "la table « %s » n'a pas cette colonne ; %s".formatted(schema.name(), hint));
    }

    private FormulaReader.Destination destination(Field field) {
        ListFormat list = field.list();
        return new FormulaReader.Destination(
                leaf -> check(field, leaf),
                word -> read(field, word),
                list == null ? null : list.delimiter(),
                field.constraints().required(),
                field.name().equals(Activity.COLUMN));
    }

    /**
     * Of a vocabulary alone: what says yes elsewhere may say no in a column that asks the contrary. An activity goes by its code: what one
     * register calls an atelier may have a code of its own.
     */
    private static String read(Field field, String word) {
        Column column = Column.of(field, Forms.UNDECLARED);
        if (field.constraints().values().isEmpty()) {
            return "";
        }
        if (column.value(word) != Column.INVALID || field.name().equals(Activity.COLUMN)) {
            return column.value(word) == Column.INVALID ? "" : word;
        }
        RepairedText repaired = column.repair(word);
        return repaired == null ? "" : repaired.text();
    }

    private void refuseNoIdentifier(Field field, Formula formula) {
        boolean identifier =
                IDENTIFIERS.contains(field.name()) || schema.primaryKey().contains(field.name());
        if (identifier && formula.origin() instanceof Formula.Constant) {
            branch.problem(
                    field.name(), "identifie chaque ligne : une constante n'y va pas ; prenez une colonne du fichier");
        }
        if (identifier && formula.lenient()) {
            branch.problem(field.name(), "identifie chaque ligne : « sinon: inconnu » n'y va pas ; écrivez « rejet »");
        }
    }

    /** A text of the mapping is in the canonical form, and the declared forms do not make it say something else. */
    private void check(Field field, Leaf leaf) {
        String text = leaf.text().strip();
        if (text.isEmpty()) {
            return;
        }
        Column column = Column.of(field, Forms.UNDECLARED);
        long value = column.value(text);
        if (value == Column.INVALID) {
            leaf.problem("« %s » ne va pas ici. %s"
                    .formatted(text, column.message(text))
                    .replaceAll("\\.$", ""));
        } else if (value != Column.of(field, forms).value(text)) {
            leaf.problem("« %s » se lit autrement sous les formes que le mapping déclare ; écrivez-le autrement"
                    .formatted(text));
        }
    }
}
