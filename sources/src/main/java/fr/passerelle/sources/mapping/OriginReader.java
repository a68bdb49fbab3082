package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.yaml.Branch;
import fr.passerelle.schemas.yaml.Leaf;
import fr.passerelle.sources.mapping.Formula.Box;
import fr.passerelle.sources.mapping.Formula.Boxes;
import fr.passerelle.sources.mapping.Formula.Constant;
import fr.passerelle.sources.mapping.Formula.From;
import fr.passerelle.sources.mapping.Formula.Joined;
import fr.passerelle.sources.mapping.Formula.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where an entry of {@code colonnes} takes its text from. */
final class OriginReader {

    private final Branch branch;
    private final Destination destination;
    private final boolean optional;

    OriginReader(Branch branch, Destination destination) {
        this.branch = branch;
        this.destination = destination;
        this.optional = branch.yes("facultatif");
    }

    /** The name of a column of the file. */
    static String name(Leaf leaf) {
        String name = HeaderText.clean(leaf.text());
        if (name.isEmpty()) {
            leaf.problem("est vide ; écrivez le nom d'une colonne du fichier (un nom qui contient # s'écrit entre"
                    + " guillemets)");
        }
        return name;
    }

    /** The origin; null, and said, where there is none. */
    @Nullable
    Origin read() {
        Leaf constant = branch.leaf("constante");
        Branch boxes = branch.branch("cases");
        List<From> joined = parts("joindre");
        List<From> from = parts("de");
        Leaf glue = branch.anyLeaf("avec");
        if (Stream.of("constante", "cases", "joindre", "de").filter(branch::has).count() != 1) {
            branch.problem("il faut une seule de ces clés : de, joindre, cases, constante");
            return null;
        }
        if (glue != null && joined.isEmpty()) {
            glue.problem("n'a de sens qu'avec « joindre » ; retirez-la");
        }
        if (constant != null) {
            return new Constant(destination.own(constant));
        }
        if (boxes != null) {
            return boxes(boxes);
        }
        return from.isEmpty() ? joined(joined, glue) : either(from);
    }

    private List<From> parts(String key) {
        return branch.leaves(key).stream()
                .map(OriginReader::name)
                .map(this::from)
                .toList();
    }

    private From from(String name) {
        return new From(List.of(name), optional);
    }

    /** Several names under {@code de} are those of one column. */
    private From either(List<From> from) {
        return new From(from.stream().flatMap(one -> one.names().stream()).toList(), optional);
    }

    private static @Nullable Origin joined(List<From> parts, @Nullable Leaf glue) {
        return parts.isEmpty() ? null : new Joined(parts, glue == null ? " " : glue.text());
    }

    private @Nullable Origin boxes(Branch boxes) {
        String delimiter = destination.delimiter();
        if (delimiter == null) {
            branch.problem(
                    "cases", "ne va qu'avec une colonne qui est une liste, comme « fonctions » ; écrivez « de »");
            return null;
        }
        List<Box> all = new ArrayList<>();
        for (String name : boxes.keys()) {
            Leaf item = boxes.leaf(name);
            all.add(new Box(from(HeaderText.clean(name)), destination.own(item)));
        }
        return new Boxes(all, delimiter);
    }
}
