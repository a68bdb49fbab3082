package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.person.PersonMask;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.yaml.Tree;
import fr.passerelle.schemas.yaml.Tree.Branch;
import fr.passerelle.schemas.yaml.Tree.Leaf;
import fr.passerelle.schemas.yaml.Tree.YamlSequence;
import fr.passerelle.sources.cell.Forms;
import fr.passerelle.sources.cell.Periods;
import fr.passerelle.sources.table.Glob;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sections that say what becomes of records, and how they go together.
 *
 * @param schema of the table; null where the mapping names none, and nothing is said of what depends on it
 */
record RecipeReader(Branch root, @Nullable TableSchema schema) {
    private static final List<String> DATES =
            Arrays.stream(Forms.DateForm.values()).map(Forms.DateForm::french).toList();
    private static final List<String> GRAINS = List.of("JOUR", "SEMAINE", "MOIS", "TRIMESTRE", "SEMESTRE", "ANNEE");

    private static final List<String> OF_ATTENDANCE =
            List.of("periode", "mois_en_colonnes", "couverture", "registre", "continue", "previsions", "additionner");
    private static final List<String> PERIODS = List.of("periode", "mois_en_colonnes");

    Recipe recipe() {
        Forms forms = forms();
        Branch columns = root.branch("colonnes");
        Branch months = root.branch("mois_en_colonnes");
        Map<String, Formula> targets = columns == null || schema == null
                ? Map.of()
                : new FormulaReader.ColumnsReader(columns, schema, forms).read();
        Recipe.PeriodFormula period = period(root.tree("periode"), forms);
        MonthColumns monthColumns = months == null || schema == null ? null : MonthColumns.read(months, schema);
        Recipe.TotalLines totals = totals(root.branch("totaux"));
        Recipe.Coverage coverage = coverage(root.branch("couverture"));
        String register = register();
        if (schema != null) {
            refuseOfOtherTables(schema);
            checkTogether(targets.keySet(), monthColumns);
            requireAll(targets.keySet(), schema);
        }
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
                ignored(root.tree("ignorer")),
                admissions(root.branch("admettre")),
                forms);
        recipe.contradictions()
                .forEach(column -> root.problem(
                        "ignorer",
                        "« %s » est aussi dans « colonnes », « periode » ou « totaux » ; retirez-la de l'un des deux"
                                .formatted(column)));
        return recipe;
    }

    /** A register that is continued keeps its name. */
    private String register() {
        String named = register(root.leaf("registre"));
        String continued = register(root.leaf("continue"));
        if (!root.has("continue")) {
            return named;
        }
        if (root.has("registre") && !named.equals(continued)) {
            root.problem("continue", "nomme un autre registre que « registre » ; retirez « registre »");
        }
        return continued;
    }

    /** The register that is named; empty for the region's own, and where none is named. */
    private static String register(@Nullable Leaf leaf) {
        String name = MappingReader.slug(leaf);
        return name.equals(Mapping.registerName("")) ? "" : name;
    }

    private void refuseOfOtherTables(TableSchema schema) {
        if (!schema.name().equals("frequentation")) {
            OF_ATTENDANCE.stream()
                    .filter(root::has)
                    .forEach(key -> root.problem(key, "ne va qu'avec « table: frequentation » ; retirez cette clé"));
        }
    }

    private void checkTogether(Set<String> targets, @Nullable MonthColumns monthColumns) {
        PERIODS.stream().filter(root::has).forEach(key -> refuseBoth(targets, Recipe.PeriodColumns.NAMES, key));
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
            given.addAll(Recipe.PeriodColumns.NAMES);
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
                    admissions.put(HeaderSearch.clean(column), reason.text().strip());
                }
            }
        }
        return admissions;
    }

    private static Recipe.@Nullable Coverage coverage(@Nullable Branch branch) {
        if (branch == null) {
            return null;
        }
        YearMonth from = MonthColumns.monthOf(branch.required("du"));
        YearMonth to = MonthColumns.monthOf(branch.required("au"));
        branch.end();
        if (from != null && to != null && from.isAfter(to)) {
            branch.problem(
                    "au",
                    "la période finit (%s) avant de commencer (%s) ; échangez « du » et « au »".formatted(to, from));
            return null;
        }
        return from == null || to == null ? null : new Recipe.Coverage(from, to);
    }

    private static List<Recipe.IgnoredColumns> ignored(@Nullable Tree tree) {
        if (tree == null) {
            return List.of();
        }
        List<Tree> items = tree instanceof YamlSequence series ? series.items() : List.of(tree);
        return items.stream().flatMap(RecipeReader::ignoredItem).toList();
    }

    private static Stream<Recipe.IgnoredColumns> ignoredItem(Tree item) {
        return switch (item) {
            case Leaf leaf -> Stream.of(ignored(leaf, false));
            case Branch branch -> ignoredItem(branch);
            case YamlSequence series -> {
                series.problem("écrivez le nom d'une colonne, ou {de: NOM, multiligne: oui}");
                yield Stream.empty();
            }
        };
    }

    private static Stream<Recipe.IgnoredColumns> ignoredItem(Branch branch) {
        Leaf column = branch.required("de");
        boolean lines = branch.yes("multiligne");
        branch.end();
        return column == null ? Stream.empty() : Stream.of(ignored(column, lines));
    }

    private static Recipe.IgnoredColumns ignored(Leaf leaf, boolean multiline) {
        return new Recipe.IgnoredColumns(Glob.exact(HeaderSearch.clean(leaf.text())), multiline);
    }

    private static Recipe.@Nullable TotalLines totals(@Nullable Branch branch) {
        if (branch == null) {
            return null;
        }
        Leaf column = branch.required("colonne");
        List<Leaf> values = branch.leaves("valeurs");
        if (values.isEmpty()) {
            branch.problem("il manque la clé « valeurs » ; écrivez ce que contient la cellule d'un total, par exemple"
                    + " [\"Total*\"]");
        }
        values.stream()
                .filter(value -> value.text().matches("[*?\\s]*"))
                .forEach(value ->
                        value.problem("« %s » ferait un total de lignes ordinaires ; écrivez-y au moins une lettre"
                                .formatted(value.text())));
        branch.end();
        return column == null
                ? null
                : new Recipe.TotalLines(
                        new Formula.From(List.of(HeaderSearch.clean(column.text())), false),
                        values.stream()
                                .map(leaf -> Glob.exact(leaf.text().strip()))
                                .toList());
    }

    private static Recipe.@Nullable PeriodFormula period(@Nullable Tree tree, Forms forms) {
        if (tree == null) {
            return null;
        }
        Leaf grain = tree instanceof Branch branch ? branch.leaf("grain") : null;
        Formula formula = FormulaReader.read(
                tree,
                new FormulaReader.Destination(leaf -> checkPeriod(leaf, forms, grain), word -> "", null, true, false));
        boolean known = grain == null || grain.oneOf(GRAINS);
        return formula == null || !known
                ? null
                : new Recipe.PeriodFormula(formula, grain == null ? null : grain.text());
    }

    private static void checkPeriod(Leaf leaf, Forms forms, @Nullable Leaf grain) {
        String declared = grain == null ? null : grain.text();
        if (!leaf.text().isBlank() && Periods.of(leaf.text().strip(), forms, declared) == null) {
            leaf.problem("« %s » n'est pas une période ; écrivez par exemple 2016-01, T1 2016 ou 2016"
                    .formatted(leaf.text()));
        }
    }

    private Forms forms() {
        Branch numbers = root.branch("nombres");
        Forms.DecimalMark decimal = numbers == null ? Forms.DecimalMark.UNDECLARED : decimal(numbers.leaf("decimale"));
        Set<String> units = numbers == null ? Set.of() : texts(numbers.leaves("unites"));
        if (numbers != null) {
            numbers.end();
        }
        return new Forms(
                dates(),
                pivot(),
                decimal,
                units,
                coordinates(),
                texts(root.leaves("vides")),
                root.yes("horaires"),
                root.yes("oui_non_chiffres"),
                false);
    }

    private List<Forms.DateForm> dates() {
        return root.leaves("dates").stream()
                .filter(leaf -> leaf.oneOf(DATES))
                .flatMap(leaf -> Forms.DateForm.named(leaf.text()).stream())
                .toList();
    }

    private int pivot() {
        Leaf leaf = root.leaf("siecle");
        Integer pivot = leaf == null ? null : leaf.whole(1, 99);
        return pivot == null ? Forms.USUAL_PIVOT : pivot;
    }

    private Forms.CoordinateSystem coordinates() {
        Leaf leaf = root.leaf("coordonnees");
        return leaf != null && leaf.oneOf(List.of("WGS84", "LAMBERT-93"))
                ? Forms.CoordinateSystem.valueOf(leaf.text().replace('-', '_'))
                : Forms.CoordinateSystem.UNDECLARED;
    }

    private static Forms.DecimalMark decimal(@Nullable Leaf leaf) {
        if (leaf == null || !leaf.oneOf(List.of(",", "."))) {
            return Forms.DecimalMark.UNDECLARED;
        }
        return leaf.text().equals(",") ? Forms.DecimalMark.COMMA : Forms.DecimalMark.POINT;
    }

    private static Set<String> texts(List<Leaf> leaves) {
        Set<String> texts = new HashSet<>();
        for (Leaf leaf : leaves) {
            if (!texts.add(leaf.text().strip())) {
                leaf.problem("« %s » est en double ; retirez-le".formatted(leaf.text()));
            }
        }
        return texts;
    }
}
