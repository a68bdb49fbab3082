package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.yaml.Branch;
import fr.passerelle.schemas.yaml.Leaf;
import fr.passerelle.schemas.yaml.Tree;
import fr.passerelle.schemas.yaml.YamlSequence;
import fr.passerelle.sources.table.Glob;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The section {@code ignorer}. */
final class IgnoredReader {

    private IgnoredReader() {}

    static List<IgnoredColumns> read(@Nullable Tree tree) {
        if (tree == null) {
            return List.of();
        }
        List<Tree> items = tree instanceof YamlSequence series ? series.items() : List.of(tree);
        return items.stream().flatMap(IgnoredReader::item).toList();
    }

    private static Stream<IgnoredColumns> item(Tree item) {
        return switch (item) {
            case Leaf leaf -> Stream.of(ignored(leaf, false));
            case Branch branch -> item(branch);
            case YamlSequence series -> {
                series.problem("écrivez le nom d'une colonne, ou {de: NOM, multiligne: oui}");
                yield Stream.empty();
            }
        };
    }

    private static Stream<IgnoredColumns> item(Branch branch) {
        Leaf column = branch.required("de");
        boolean lines = branch.yes("multiligne");
        branch.end();
        return column == null ? Stream.empty() : Stream.of(ignored(column, lines));
    }

    private static IgnoredColumns ignored(Leaf leaf, boolean multiline) {
        return new IgnoredColumns(Glob.exact(HeaderText.clean(leaf.text())), multiline);
    }
}
