package fr.passerelle.schemas.bareme;

import fr.passerelle.schemas.yaml.InvalidYaml.Problems;
import fr.passerelle.schemas.yaml.Tree;
import fr.passerelle.schemas.yaml.Tree.Branch;
import fr.passerelle.schemas.yaml.Tree.Leaf;
import fr.passerelle.schemas.yaml.Tree.YamlSequence;
import fr.passerelle.schemas.yaml.Yaml;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything in a barème that carries a source, in the order of its text: what there is to show, compare and publish. */
public final class Parameters {

    private Parameters() {}

    /** The parameters of a barème that was read. */
    public static List<Parameter> of(Bareme bareme) {
        return walk("", Objects.requireNonNull(Yaml.parse(bareme.text(), new Problems())))
                .toList();
    }

    private static Stream<Parameter> walk(String path, @Nullable Tree tree) {
        return switch (tree) {
            case Branch branch -> walk(path, branch);
            case YamlSequence sequence ->
                IntStream.range(0, sequence.items().size())
                        .boxed()
                        .flatMap(
                                i -> walk(path + '.' + (i + 1), sequence.items().get(i)));
            case null, default -> Stream.empty();
        };
    }

    private static Stream<Parameter> walk(String path, Branch branch) {
        String source = text(branch, "source");
        return source == null
                ? branch.keys().stream().flatMap(key -> walk(path.isEmpty() ? key : path + '.' + key, branch.tree(key)))
                : Stream.of(new Parameter(path, value(branch), source));
    }

    private static String value(Branch branch) {
        String points = text(branch, "points");
        String value = text(branch, "valeur");
        return points == null ? String.valueOf(value) : value + " → " + points;
    }

    private static @Nullable String text(Branch branch, String key) {
        return branch.tree(key) instanceof Leaf leaf ? leaf.text() : null;
    }

    /**
     * A number, or a choice, of a barème.
     *
     * @param path keys that lead to it, joined by dots, such as {@code jeu_de_regles.indicateurs.USAGE.poids}; an item of a list by its place,
     *     from 1, such as {@code reglement.fonctionnement.1.taux}
     * @param value as written; a point of a scale is {@code value → points}
     * @param source where it comes from, in French
     */
    public record Parameter(String path, String value, String source) {

        /** Whether it is a choice of this project, that the region may change, and not something voted or measured. */
        public boolean isChoiceOfTheProject() {
            return source.startsWith("choix du projet");
        }
    }

    /** A value, by its {@link Parameter#path}, that two barèmes do not share; null in the one that has none. */
    public record BaremeDifference(
            String path, @Nullable String before, @Nullable String after) {

        private static final String NUMBER = "-?[0-9]+([.][0-9]+)?";

        /** The values that differ, in the order of the first, then those that only the second has. 0.5 and 0.50 are one value. */
        public static List<BaremeDifference> between(Bareme first, Bareme second) {
            Map<String, String> before = values(first);
            Map<String, String> after = values(second);
            Set<String> paths = new LinkedHashSet<>(before.keySet());
            paths.addAll(after.keySet());
            return paths.stream()
                    .map(path -> new BaremeDifference(path, before.get(path), after.get(path)))
                    .filter(one -> one.before == null
                            || one.after == null
                            || !normal(one.before).equals(normal(one.after)))
                    .toList();
        }

        private static String normal(String value) {
            return Stream.of(value.split(" "))
                    .map(word -> word.matches(NUMBER)
                            ? new BigDecimal(word).stripTrailingZeros().toPlainString()
                            : word)
                    .reduce("", (left, right) -> left + ' ' + right);
        }

        private static Map<String, String> values(Bareme bareme) {
            Map<String, String> values = new LinkedHashMap<>();
            Parameters.of(bareme).forEach(parameter -> values.put(parameter.path(), parameter.value()));
            return values;
        }
    }
}
