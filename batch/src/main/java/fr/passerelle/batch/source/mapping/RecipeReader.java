package fr.passerelle.batch.source.mapping;

import fr.passerelle.batch.source.cell.Column;
import fr.passerelle.batch.source.cell.Forms;
import fr.passerelle.batch.source.mapping.yaml.Branch;
import fr.passerelle.batch.source.mapping.yaml.Leaf;
import fr.passerelle.batch.source.mapping.yaml.Nearest;
import fr.passerelle.batch.source.mapping.yaml.Tree;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sections that say what becomes of records. */
final class RecipeReader {

    private final Branch root;
    private final TableSchema schema;

    RecipeReader(Branch root, TableSchema schema) {
        this.root = root;
        this.schema = schema;
    }

    Recipe recipe() {
        Map<String, Formula> targets = targets(root.branch("colonnes"));
        requireAll(targets);
        return new Recipe(targets, ignored());
    }

    private Map<String, Formula> targets(@Nullable Branch columns) {
        Map<String, Formula> targets = new LinkedHashMap<>();
        if (columns == null) {
            return targets;
        }
        for (String column : columns.keys()) {
            Optional<Field> field = schema.field(column);
            Tree tree = columns.tree(column);
            if (field.isEmpty()) {
                refuseColumn(columns, column);
            } else if (tree != null) {
                Formula formula = FormulaReader.read(tree, leaf -> check(field.get(), leaf));
                if (formula != null) {
                    targets.put(column, formula);
                }
            }
        }
        return targets;
    }

    private void refuseColumn(Branch columns, String column) {
        String hint = Nearest.of(column, schema.header())
                .map(near -> " ; vouliez-vous dire « " + near + " » ?")
                .orElse(" ; colonnes possibles : " + String.join(", ", schema.header()));
        columns.problem(column, "la table « %s » n'a pas cette colonne%s".formatted(schema.name(), hint));
    }

    private static void check(Field field, Leaf leaf) {
        Column column = Column.of(field, Forms.UNDECLARED);
        String text = leaf.text().strip();
        if (!text.isEmpty() && column.value(text) == Column.INVALID) {
            leaf.problem("« %s » ne va pas dans cette colonne. %s"
                    .formatted(text, column.message(text))
                    .replaceAll("\\.$", ""));
        }
    }

    private void requireAll(Map<String, Formula> targets) {
        List<String> missing = schema.fields().stream()
                .filter(field -> field.constraints().required())
                .map(Field::name)
                .filter(name -> !targets.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            root.problem(
                    "colonnes",
                    "il manque des colonnes obligatoires de la table « %s » : %s"
                            .formatted(schema.name(), String.join(", ", missing)));
        }
    }

    private List<Glob> ignored() {
        return root.leaves("ignorer").stream()
                .map(leaf -> Glob.exact(HeaderText.clean(leaf.text())))
                .toList();
    }
}
