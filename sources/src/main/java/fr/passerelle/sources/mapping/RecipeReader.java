package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.person.PersonMask;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.yaml.Branch;
import fr.passerelle.schemas.yaml.Leaf;
import fr.passerelle.sources.cell.Forms;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sections that say what becomes of records, and how they go together. */
final class RecipeReader {

    private static final List<String> OF_ATTENDANCE =
            List.of("periode", "mois_en_colonnes", "couverture", "registre", "continue", "previsions", "additionner");
    private static final List<String> PERIODS = List.of("periode", "mois_en_colonnes");
    private static final String ATTENDANCE = "frequentation";

    private final Branch root;
    private final @Nullable TableSchema schema;

    /** @param schema of the table; null where the mapping names none, and nothing is said of what depends on it */
    RecipeReader(Branch root, @Nullable TableSchema schema) {
        this.root = root;
        this.schema = schema;
    }

    Recipe recipe() {
        Forms forms = FormsReader.read(root);
        Branch columns = root.branch("colonnes");
        Branch months = root.branch("mois_en_colonnes");
        Map<String, Formula> targets =
                columns == null || schema == null ? Map.of() : new ColumnsReader(columns, schema, forms).read();
        PeriodFormula period = PeriodReader.read(root.tree("periode"), forms);
        MonthColumns monthColumns = months == null || schema == null ? null : WideReader.read(months, schema);
        TotalLines totals = TotalsReader.read(root.branch("totaux"));
        Coverage coverage = CoverageReader.read(root.branch("couverture"));
        String register = register();
        check(targets.keySet(), monthColumns);
        Recipe recipe = new Recipe(
                targets,
                period,
                monthColumns,
                totals,
                coverage,
                register,
                root.has("continue"),
                root.yes("previsions"),
                root.yes("additionner"),
                IgnoredReader.read(root.tree("ignorer")),
                admissions(root.branch("admettre")),
                forms);
        recipe.contradictions().forEach(this::refuseIgnored);
        return recipe;
    }

    private void refuseIgnored(String column) {
        root.problem(
                "ignorer",
                "« %s » est aussi dans « colonnes », « periode » ou « totaux » ; retirez-la de l'un des deux"
                        .formatted(column));
    }

    private void check(Set<String> targets, @Nullable MonthColumns monthColumns) {
        if (schema != null) {
            refuseOfOtherTables(schema);
            checkTogether(targets, monthColumns);
            requireAll(targets, schema);
        }
    }

    /** A register that is continued keeps its name. */
    private String register() {
        String named = RegisterName.read(root.leaf("registre"));
        String continued = RegisterName.read(root.leaf("continue"));
        if (!root.has("continue")) {
            return named;
        }
        if (root.has("registre") && !named.equals(continued)) {
            root.problem("continue", "nomme un autre registre que « registre » ; retirez « registre »");
        }
        return continued;
    }

    private void refuseOfOtherTables(TableSchema schema) {
        if (!schema.name().equals(ATTENDANCE)) {
            OF_ATTENDANCE.stream()
                    .filter(root::has)
                    .forEach(key -> root.problem(key, "ne va qu'avec « table: frequentation » ; retirez cette clé"));
        }
    }

    private void checkTogether(Set<String> targets, @Nullable MonthColumns monthColumns) {
        PERIODS.stream().filter(root::has).forEach(key -> refuseBoth(targets, PeriodColumns.NAMES, key));
        if (PERIODS.stream().allMatch(root::has)) {
            root.problem(
                    "periode", "ne va pas avec « mois_en_colonnes », qui dit déjà la période ; retirez l'une des deux");
        }
        if (root.has("mois_en_colonnes")) {
            refuseBoth(targets, List.of("id_releve"), "mois_en_colonnes");
        }
        if (monthColumns != null) {
            refuseBoth(targets, List.of(monthColumns.target()), "mois_en_colonnes");
        }
    }

    private void refuseBoth(Set<String> targets, List<String> columns, String key) {
        columns.stream()
                .filter(targets::contains)
                .forEach(column -> root.problem(
                        key,
                        "donne déjà sa valeur à « %s », ou la ferait répéter ; retirez cette colonne de « colonnes »"
                                .formatted(column)));
    }

    private void requireAll(Set<String> targets, TableSchema schema) {
        Set<String> given = new LinkedHashSet<>(targets);
        if (PERIODS.stream().anyMatch(root::has)) {
            given.addAll(PeriodColumns.NAMES);
        }
        List<String> missing = schema.fields().stream()
                .filter(field -> field.constraints().required())
                .map(Field::name)
                .filter(name -> !given.contains(name))
                .toList();
        if (!missing.isEmpty()) {
            root.problem(
                    "colonnes",
                    "il manque des colonnes obligatoires de la table « %s » : %s ; ajoutez-les"
                            .formatted(schema.name(), String.join(", ", missing)));
        }
    }

    private static Map<String, String> admissions(@Nullable Branch branch) {
        Map<String, String> admissions = new LinkedHashMap<>();
        if (branch != null) {
            for (String column : branch.keys()) {
                Leaf reason = branch.leaf(column);
                if (reason != null && PersonMask.hides(reason.text())) {
                    reason.problem("semble nommer quelqu'un ; dites pourquoi sans personne");
                } else if (reason != null) {
                    admissions.put(HeaderText.clean(column), reason.text().strip());
                }
            }
        }
        return admissions;
    }
}
