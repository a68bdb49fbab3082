package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.yaml.Branch;
import fr.passerelle.schemas.yaml.Leaf;
import fr.passerelle.schemas.yaml.Tree;
import fr.passerelle.sources.cell.Forms;
import fr.passerelle.sources.cell.Periods;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The section {@code periode}: the formula of a column, and perhaps a grain. */
final class PeriodReader {

    private static final List<String> GRAINS = List.of("JOUR", "SEMAINE", "MOIS", "TRIMESTRE", "SEMESTRE", "ANNEE");

    private PeriodReader() {}

    static @Nullable PeriodFormula read(@Nullable Tree tree, Forms forms) {
        if (tree == null) {
            return null;
        }
        Leaf grain = tree instanceof Branch branch ? branch.leaf("grain") : null;
        Formula formula = FormulaReader.read(
                tree, new Destination(leaf -> check(leaf, forms, grain), word -> "", null, true, false));
        boolean known = grain == null || grain.oneOf(GRAINS);
        return formula == null || !known ? null : new PeriodFormula(formula, grain == null ? null : grain.text());
    }

    private static void check(Leaf leaf, Forms forms, @Nullable Leaf grain) {
        String declared = grain == null ? null : grain.text();
        if (!leaf.text().isBlank() && Periods.of(leaf.text().strip(), forms, declared) == null) {
            leaf.problem("« %s » n'est pas une période ; écrivez par exemple 2016-01, T1 2016 ou 2016"
                    .formatted(leaf.text()));
        }
    }
}
