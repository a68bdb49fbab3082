package fr.passerelle.batch.source.mapping;

import fr.passerelle.batch.source.mapping.Formula.Constant;
import fr.passerelle.batch.source.mapping.Formula.Cut;
import fr.passerelle.batch.source.mapping.Formula.From;
import fr.passerelle.batch.source.mapping.Formula.Joined;
import fr.passerelle.batch.source.mapping.Formula.Origin;
import fr.passerelle.batch.source.mapping.Formula.Translation;
import fr.passerelle.batch.source.mapping.yaml.Branch;
import fr.passerelle.batch.source.mapping.yaml.Leaf;
import fr.passerelle.batch.source.mapping.yaml.Series;
import fr.passerelle.batch.source.mapping.yaml.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One entry of {@code colonnes}. */
final class FormulaReader {

    private static final int MAX_PIECES = 100;
    private static final List<String> OTHERS = List.of("rejet", "garder");

    private final Branch branch;
    private final Consumer<Leaf> check;

    private FormulaReader(Branch branch, Consumer<Leaf> check) {
        this.branch = branch;
        this.check = check;
    }

    /**
     * Reads a formula.
     *
     * @param check says what is wrong with a text that the mapping puts into the column
     * @return null, and said, where there is none
     */
    static @Nullable Formula read(Tree tree, Consumer<Leaf> check) {
        return switch (tree) {
            case Leaf leaf -> Formula.of(new From(List.of(name(leaf)), false));
            case Branch branch -> new FormulaReader(branch, check).formula();
            case Series series -> {
                series.problem("écrivez le nom d'une colonne du fichier, ou {de: …}, {joindre: […]} ou {constante: …}");
                yield null;
            }
        };
    }

    private @Nullable Formula formula() {
        Origin origin = origin();
        Cut cut = cut();
        Formula formula = origin == null ? null : new Formula(origin, cut, translation(), own(branch.leaf("si_vide")));
        refuseWithConstant();
        branch.end();
        return formula;
    }

    private @Nullable Origin origin() {
        Leaf constant = branch.leaf("constante");
        List<Leaf> from = branch.leaves("de");
        List<Leaf> joined = branch.leaves("joindre");
        Leaf glue = branch.anyLeaf("avec");
        boolean optional = yes("facultatif");
        if ((constant == null ? 0 : 1) + Math.min(1, from.size()) + Math.min(1, joined.size()) != 1) {
            branch.problem("il faut une seule de ces clés : de, joindre, constante");
            return null;
        }
        if (glue != null && joined.isEmpty()) {
            glue.problem("n'a de sens qu'avec « joindre » ; retirez-la");
        }
        if (constant != null) {
            return new Constant(own(constant));
        }
        return from.isEmpty()
                ? new Joined(parts(joined, optional), glue == null ? " " : glue.text())
                : new From(names(from), optional);
    }

    private static List<From> parts(List<Leaf> leaves, boolean optional) {
        return leaves.stream()
                .map(leaf -> new From(List.of(name(leaf)), optional))
                .toList();
    }

    private static List<String> names(List<Leaf> leaves) {
        return leaves.stream().map(FormulaReader::name).toList();
    }

    private static String name(Leaf leaf) {
        String name = HeaderText.clean(leaf.text());
        if (name.isEmpty()) {
            leaf.problem("est vide ; écrivez le nom d'une colonne du fichier (un nom qui contient # s'écrit entre"
                    + " guillemets)");
        }
        return name;
    }

    private @Nullable Cut cut() {
        Leaf mark = branch.anyLeaf("couper");
        Leaf piece = branch.leaf("morceau");
        Leaf pieces = branch.leaf("sur");
        if (mark == null || piece == null) {
            refuseHalfACut(mark, piece, pieces);
            return null;
        }
        if (mark.text().isEmpty()) {
            mark.problem("est vide ; écrivez le texte où couper");
        }
        Integer number = piece.whole(1, MAX_PIECES);
        int count = pieces(pieces, number);
        return number == null ? null : new Cut(mark.text(), number, count);
    }

    private static int pieces(@Nullable Leaf pieces, @Nullable Integer piece) {
        if (pieces == null) {
            return piece == null ? 1 : piece;
        }
        if (pieces.text().equals("libre")) {
            return 0;
        }
        Integer count = pieces.whole(piece == null ? 1 : piece, MAX_PIECES);
        return count == null ? 0 : count;
    }

    private void refuseHalfACut(@Nullable Leaf mark, @Nullable Leaf piece, @Nullable Leaf pieces) {
        if (mark != null || piece != null || pieces != null) {
            branch.problem(
                    "« couper » et « morceau » vont ensemble : écrivez par exemple {de: Coordonnées, couper: \",\","
                            + " morceau: 1, sur: 2}");
        }
    }

    private @Nullable Translation translation() {
        Branch words = branch.branch("traduire");
        Leaf others = branch.leaf("sinon");
        if (words == null) {
            if (others != null) {
                others.problem("n'a de sens qu'avec « traduire » ; retirez-la");
            }
            return null;
        }
        boolean keep = others != null && others.oneOf(OTHERS) && others.text().equals("garder");
        return new Translation(words(words), keep);
    }

    private Map<String, String> words(Branch branch) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String key : branch.keys()) {
            Leaf word = branch.anyLeaf(key);
            if (words.putIfAbsent(key.strip(), own(word)) != null) {
                branch.problem(key, "ce mot est traduit deux fois ; n'en gardez qu'une ligne");
            }
        }
        return words;
    }

    /** A text that the mapping itself puts into the column. */
    private String own(@Nullable Leaf leaf) {
        if (leaf == null) {
            return "";
        }
        check.accept(leaf);
        return leaf.text().strip();
    }

    private void refuseWithConstant() {
        if (branch.has("constante")) {
            for (String key : List.of("couper", "morceau", "sur", "traduire", "sinon", "si_vide", "facultatif")) {
                if (branch.has(key)) {
                    branch.problem(key, "ne va pas avec « constante » ; retirez l'une des deux");
                }
            }
        }
    }

    private boolean yes(String key) {
        Leaf leaf = branch.leaf(key);
        return leaf != null && leaf.yes();
    }
}
