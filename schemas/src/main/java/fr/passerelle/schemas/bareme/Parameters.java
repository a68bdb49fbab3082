package fr.passerelle.schemas.bareme;

import fr.passerelle.schemas.yaml.Branch;
import fr.passerelle.schemas.yaml.Leaf;
import fr.passerelle.schemas.yaml.Problems;
import fr.passerelle.schemas.yaml.Tree;
import fr.passerelle.schemas.yaml.Yaml;
import fr.passerelle.schemas.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything in a barème that carries a source, in the order of its text: what there is to show, compare and publish. */
public final class Parameters {

    private static final String SOURCE = "source";

    private final List<Parameter> found = new ArrayList<>();

    private Parameters() {}

    /** The parameters of a barème that was read. */
    public static List<Parameter> of(Bareme bareme) {
        Parameters parameters = new Parameters();
        parameters.walk("", Objects.requireNonNull(Yaml.parse(bareme.text(), new Problems())));
        return List.copyOf(parameters.found);
    }

    private void walk(String path, @Nullable Tree tree) {
        switch (tree) {
            case Branch branch -> walk(path, branch);
            case YamlSequence sequence -> walk(path, sequence);
            case null, default -> {}
        }
    }

    private void walk(String path, Branch branch) {
        String source = text(branch, SOURCE);
        if (source == null) {
            branch.keys().forEach(key -> walk(path.isEmpty() ? key : path + '.' + key, branch.tree(key)));
        } else {
            found.add(new Parameter(path, value(branch), source));
        }
    }

    private void walk(String path, YamlSequence sequence) {
        for (int i = 0; i < sequence.items().size(); i++) {
            walk(path + '.' + (i + 1), sequence.items().get(i));
        }
    }

    private static String value(Branch branch) {
        String points = text(branch, "points");
        String value = text(branch, "valeur");
        return points == null ? String.valueOf(value) : value + " → " + points;
    }

    private static @Nullable String text(Branch branch, String key) {
        return branch.tree(key) instanceof Leaf leaf ? leaf.text() : null;
    }
}
