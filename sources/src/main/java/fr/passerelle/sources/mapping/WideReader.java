package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.yaml.Branch;
import fr.passerelle.schemas.yaml.Leaf;
import fr.passerelle.schemas.yaml.Tree;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The section {@code mois_en_colonnes}. */
final class WideReader {

    private final Branch branch;

    private WideReader(Branch branch) {
        this.branch = branch;
    }

    static @Nullable MonthColumns read(Branch branch, TableSchema schema) {
        WideReader reader = new WideReader(branch);
        Leaf target = branch.required("vers");
        MonthHeaders months = reader.months();
        branch.end();
        if (target == null || !target.oneOf(counts(schema)) || months == null) {
            return null;
        }
        return new MonthColumns(target.text(), months);
    }

    /** The columns of the table that count something. */
    private static List<String> counts(TableSchema schema) {
        return schema.fields().stream()
                .filter(field -> field.type() == Field.Type.INTEGER || field.type() == Field.Type.NUMBER)
                .map(Field::name)
                .toList();
    }

    private @Nullable MonthHeaders months() {
        Tree tree = branch.tree("colonnes");
        if (tree instanceof Leaf leaf) {
            return leaf.oneOf(MonthHeaders.Form.known()) ? MonthHeaders.Form.of(leaf.text()) : null;
        }
        if (tree instanceof Branch named && !named.keys().isEmpty()) {
            return new MonthHeaders.Named(named(named));
        }
        branch.problem(
                "colonnes",
                "écrivez la forme des en-têtes (%s), ou chaque en-tête et son mois : {\"Janv. 2016\": 2016-01, …}"
                        .formatted(String.join(", ", MonthHeaders.Form.known())));
        return null;
    }

    private static Map<String, YearMonth> named(Branch branch) {
        Map<String, YearMonth> months = new LinkedHashMap<>();
        for (String name : branch.keys()) {
            YearMonth month = MonthText.read(branch.required(name));
            if (month != null && months.containsValue(month)) {
                branch.problem(name, "le mois %s a déjà une colonne ; n'en gardez qu'une".formatted(month));
            } else if (month != null && months.putIfAbsent(HeaderText.clean(name), month) != null) {
                branch.problem(name, "cette colonne est déjà nommée ; n'en gardez qu'une");
            }
        }
        return months;
    }
}
