package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.yaml.Branch;
import fr.passerelle.schemas.yaml.Leaf;
import fr.passerelle.sources.table.Glob;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The section {@code totaux}. */
final class TotalsReader {

    private TotalsReader() {}

    static @Nullable TotalLines read(@Nullable Branch branch) {
        if (branch == null) {
            return null;
        }
        Leaf column = branch.required("colonne");
        List<Leaf> values = branch.leaves("valeurs");
        if (values.isEmpty()) {
            branch.problem("il manque la clé « valeurs » ; écrivez ce que contient la cellule d'un total, par exemple"
                    + " [\"Total*\"]");
        }
        values.forEach(TotalsReader::refuseAll);
        branch.end();
        return column == null
                ? null
                : new TotalLines(
                        new Formula.From(List.of(HeaderText.clean(column.text())), false),
                        values.stream()
                                .map(leaf -> Glob.exact(leaf.text().strip()))
                                .toList());
    }

    private static void refuseAll(Leaf value) {
        if (value.text().matches("[*?\\s]*")) {
            value.problem("« %s » ferait un total de lignes ordinaires ; écrivez-y au moins une lettre"
                    .formatted(value.text()));
        }
    }
}
