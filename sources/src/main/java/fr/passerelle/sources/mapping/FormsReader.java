package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.yaml.Branch;
import fr.passerelle.schemas.yaml.Leaf;
import fr.passerelle.sources.cell.Forms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys that declare the forms of cells. */
final class FormsReader {
    private static final List<String> DATES =
            Arrays.stream(Forms.DateForm.values()).map(Forms.DateForm::french).toList();
    private static final List<String> COORDINATES = List.of("WGS84", "LAMBERT-93");
    private static final List<String> MARKS = List.of(",", ".");
    private static final int LAST_PIVOT = 99;

    private final Branch root;

    private FormsReader(Branch root) {
        this.root = root;
    }

    static Forms read(Branch root) {
        FormsReader reader = new FormsReader(root);
        Branch numbers = root.branch("nombres");
        Forms.DecimalMark decimal = numbers == null ? Forms.DecimalMark.UNDECLARED : decimal(numbers.leaf("decimale"));
        Set<String> units = numbers == null ? Set.of() : texts(numbers.leaves("unites"));
        if (numbers != null) {
            numbers.end();
        }
        return new Forms(
                reader.dates(),
                reader.pivot(),
                decimal,
                units,
                reader.coordinates(),
                texts(root.leaves("vides")),
                root.yes("horaires"),
                root.yes("oui_non_chiffres"),
                false);
    }

    private List<Forms.DateForm> dates() {
        List<Forms.DateForm> dates = new ArrayList<>();
        for (Leaf leaf : root.leaves("dates")) {
            if (leaf.oneOf(DATES)) {
                Forms.DateForm.named(leaf.text()).ifPresent(dates::add);
            }
        }
        return dates;
    }

    private int pivot() {
        Leaf leaf = root.leaf("siecle");
        Integer pivot = leaf == null ? null : leaf.whole(1, LAST_PIVOT);
        return pivot == null ? Forms.USUAL_PIVOT : pivot;
    }

    private Forms.CoordinateSystem coordinates() {
        Leaf leaf = root.leaf("coordonnees");
        return leaf != null && leaf.oneOf(COORDINATES)
                ? Forms.CoordinateSystem.named(leaf.text()).orElse(Forms.CoordinateSystem.UNDECLARED)
                : Forms.CoordinateSystem.UNDECLARED;
    }

    private static Forms.DecimalMark decimal(@Nullable Leaf leaf) {
        if (leaf == null || !leaf.oneOf(MARKS)) {
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
