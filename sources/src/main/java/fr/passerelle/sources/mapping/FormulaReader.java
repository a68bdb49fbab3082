package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.table.Activity;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.Field.ListFormat;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.text.PlainText.NearestWord;
import fr.passerelle.schemas.yaml.Tree;
import fr.passerelle.schemas.yaml.Tree.Branch;
import fr.passerelle.schemas.yaml.Tree.Leaf;
import fr.passerelle.schemas.yaml.Tree.YamlSequence;
import fr.passerelle.sources.cell.Column;
import fr.passerelle.sources.cell.Forms;
import fr.passerelle.sources.cell.RepairedText;
import fr.passerelle.sources.mapping.Formula.Box;
import fr.passerelle.sources.mapping.Formula.Boxes;
import fr.passerelle.sources.mapping.Formula.Constant;
import fr.passerelle.sources.mapping.Formula.From;
import fr.passerelle.sources.mapping.Formula.Joined;
import fr.passerelle.sources.mapping.Formula.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One entry of {@code colonnes}. */
record FormulaReader(Branch branch, Destination destination) {
    private static final int MAX_PIECES = 100;
    private static final int MAX_PREFIX = 20;
    private static final String UNKNOWN = "inconnu";
    private static final List<String> OTHERS = List.of("rejet", "garder", UNKNOWN);
    private static final List<String> OF_TEXTS = List.of(
            "couper morceau sur sans_prefixe separer traduire identifiant prefixe si_vide multiligne".split(" "));

    /** Reads a formula; null, and said, where there is none. */
    static @Nullable Formula read(Tree tree, Destination destination) {
        return switch (tree) {
            case Leaf leaf -> new Formula(new From(List.of(name(leaf)), false), List.of(), false, false);
            case Branch branch -> new FormulaReader(branch, destination).formula();
            case YamlSequence series -> {
                series.problem("écrivez le nom d'une colonne du fichier, ou {de: …}, {joindre: […]}, {cases: {…}} ou"
                        + " {constante: …}");
                yield null;
            }
        };
    }

    private @Nullable Formula formula() {
        Origin origin = origin();
        List<Step> steps = steps();
        boolean lenient = lenient();
        boolean multiline = branch.yes("multiligne");
        refuseWith("constante", "sinon", "facultatif");
        refuseWith("cases");
        branch.end();
        return origin == null ? null : new Formula(origin, steps, lenient, multiline);
    }

    /** Where the text comes from; null, and said, where there is none. */
    private @Nullable Origin origin() {
        boolean optional = branch.yes("facultatif");
        Leaf constant = branch.leaf("constante");
        Branch boxes = branch.branch("cases");
        List<From> joined = parts("joindre", optional);
        List<From> from = parts("de", optional);
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
            return boxes(boxes, optional);
        }
        if (!joined.isEmpty()) {
            return new Joined(joined, glue == null ? " " : glue.text());
        }
        return from.isEmpty()
                ? null
                : new From(from.stream().flatMap(one -> one.names().stream()).toList(), optional);
    }

    private List<From> parts(String key, boolean optional) {
        return branch.leaves(key).stream()
                .map(leaf -> new From(List.of(name(leaf)), optional))
                .toList();
    }

    private @Nullable Origin boxes(Branch boxes, boolean optional) {
        String delimiter = destination.delimiter();
        if (delimiter == null) {
            branch.problem(
                    "cases", "ne va qu'avec une colonne qui est une liste, comme « fonctions » ; écrivez « de »");
            return null;
        }
        List<Box> all = boxes.keys().stream()
                .map(name -> new Box(
                        new From(List.of(HeaderSearch.clean(name)), optional), destination.own(boxes.leaf(name))))
                .toList();
        return new Boxes(all, delimiter);
    }

    private static String name(Leaf leaf) {
        String name = HeaderSearch.clean(leaf.text());
        if (name.isEmpty()) {
            leaf.problem("est vide ; écrivez le nom d'une colonne du fichier (un nom qui contient # s'écrit entre"
                    + " guillemets)");
        }
        return name;
    }

    /** It is cut, rid of a beginning, divided into items, translated, made an identifier, replaced where it is empty. */
    private List<Step> steps() {
        Optional<Step> piece = piece();
        String added = added();
        String removed = text(branch.anyLeaf("sans_prefixe"));
        boolean plain = branch.yes("identifiant");
        Optional<Step> words = words();
        String ifEmpty = destination.own(branch.leaf("si_vide"));
        return Stream.of(
                        piece,
                        told(removed).map(Step::removal),
                        words,
                        plain ? Optional.of(Step.identifier(added.length())) : Optional.<Step>empty(),
                        told(added).map(Step::prefix),
                        told(ifEmpty).map(Step::ifEmpty))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> told(String text) {
        return Optional.of(text).filter(words -> !words.isEmpty());
    }

    private Optional<Step> piece() {
        Leaf mark = branch.anyLeaf("couper");
        Leaf piece = branch.leaf("morceau");
        Leaf pieces = branch.leaf("sur");
        if (mark == null || piece == null) {
            if (mark != null || piece != null || pieces != null) {
                branch.problem(
                        "« couper » et « morceau » vont ensemble : écrivez par exemple {de: Coordonnées, couper: \",\","
                                + " morceau: 1, sur: 2}");
            }
            return Optional.empty();
        }
        if (mark.text().isEmpty()) {
            mark.problem("est vide ; écrivez le texte où couper");
        }
        Integer number = piece.whole(1, MAX_PIECES);
        int count = pieces(pieces, number);
        return Optional.ofNullable(number).map(known -> Step.piece(mark.text(), known, count));
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

    private String added() {
        Leaf added = branch.anyLeaf("prefixe");
        if (added != null && added.text().length() > MAX_PREFIX) {
            added.problem("a plus de %d caractères ; raccourcissez-le".formatted(MAX_PREFIX));
        }
        return text(added);
    }

    private static String text(@Nullable Leaf leaf) {
        if (leaf != null && leaf.text().isEmpty()) {
            leaf.problem("est vide ; écrivez un texte, ou retirez la clé");
        }
        return leaf == null ? "" : leaf.text();
    }

    private Optional<Step> words() {
        String delimiter = destination.delimiter();
        if (!branch.has("separer")) {
            return Optional.ofNullable(translation());
        }
        List<String> marks =
                branch.leaves("separer").stream().map(FormulaReader::text).toList();
        if (delimiter == null) {
            branch.problem(
                    "separer",
                    "ne va qu'avec une colonne qui est une liste, comme « fonctions » ; pour n'en prendre qu'un"
                            + " morceau, écrivez « couper »");
        }
        return Optional.of(Step.division(marks, delimiter == null ? "" : delimiter, translation()));
    }

    private @Nullable Step translation() {
        Branch words = branch.branch("traduire");
        Leaf others = branch.leaf("sinon");
        boolean known = others == null || others.oneOf(OTHERS);
        if (words == null) {
            if (others != null && known && !others.text().equals(UNKNOWN)) {
                others.problem("n'a de sens qu'avec « traduire » ; retirez-la, ou écrivez « inconnu »");
            }
            return null;
        }
        boolean keep = others == null ? destination.open() : others.text().equals("garder");
        return Step.translation(words(words), keep);
    }

    private boolean lenient() {
        Leaf others = branch.leaf("sinon");
        if (others == null || !others.text().equals(UNKNOWN)) {
            return false;
        }
        if (destination.required()) {
            others.problem("« inconnu » laisserait vide une valeur obligatoire ; écrivez « rejet » ou « garder »");
        }
        if (branch.leaf("si_vide") != null) {
            others.problem("« inconnu » ne va pas avec « si_vide », qui donnerait une valeur à ce qui est illisible ;"
                    + " retirez l'une des deux");
        }
        return true;
    }

    private Map<String, String> words(Branch branch) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String key : branch.keys()) {
            Leaf word = branch.anyLeaf(key);
            String read = destination.read().apply(key.strip());
            if (word != null && !read.isEmpty() && !read.equals(word.text().strip())) {
                branch.problem(
                        key, "veut déjà dire %s ; n'en faites pas un autre mot : retirez cette ligne".formatted(read));
            }
            if (words.putIfAbsent(key.strip(), destination.own(word)) != null) {
                branch.problem(key, "ce mot est traduit deux fois ; n'en gardez qu'une ligne");
            }
        }
        return words;
    }

    private void refuseWith(String origin, String... others) {
        if (branch.has(origin)) {
            Stream.concat(OF_TEXTS.stream(), Stream.of(others))
                    .filter(branch::has)
                    .forEach(key ->
                            branch.problem(key, "ne va pas avec « %s » ; retirez l'une des deux".formatted(origin)));
        }
    }

    /**
     * Where the text of a formula goes.
     *
     * @param check says what is wrong with a text that the mapping itself puts there
     * @param read the word of the vocabulary that a text is read as without the mapping; empty for none
     * @param delimiter between two items of a list; null where it is no list
     * @param required whether there must be a text
     * @param open whether it takes words that are not translated, unless the mapping says otherwise
     */
    record Destination(
            Consumer<Leaf> check,
            UnaryOperator<String> read,
            @Nullable String delimiter,
            boolean required,
            boolean open) {
        /** A text that the mapping itself puts there; empty for none. */
        String own(@Nullable Leaf leaf) {
            if (leaf == null) {
                return "";
            }
            check.accept(leaf);
            return leaf.text().strip();
        }
    }

    /** The section {@code colonnes}. */
    record ColumnsReader(Branch branch, TableSchema schema, Forms forms) {
        /** What a row is known by: a constant would make all rows one. */
        private static final Set<String> IDENTIFIERS = Set.of("id_releve", "epci_siren");

        Map<String, Formula> read() {
            Map<String, Formula> targets = new LinkedHashMap<>();
            for (String column : branch.keys()) {
                Tree tree = branch.tree(column);
                Optional<Field> field = schema.field(column);
                if (field.isEmpty()) {
                    refuseUnknown(column);
                } else if (tree != null) {
                    Formula formula = FormulaReader.read(tree, destination(field.get()));
                    if (formula != null) {
                        refuseNoIdentifier(field.get(), formula);
                        targets.put(column, formula);
                    }
                }
            }
            return targets;
        }

        private void refuseUnknown(String column) {
            String hint = NearestWord.of(column, schema.header())
                    .map(near -> "vouliez-vous dire « " + near + " » ?")
                    .orElse("colonnes possibles : " + String.join(", ", schema.header()));
            branch.problem(column, "la table « %s » n'a pas cette colonne ; %s".formatted(schema.name(), hint));
        }

        private FormulaReader.Destination destination(Field field) {
            ListFormat list = field.list();
            return new FormulaReader.Destination(
                    leaf -> check(field, leaf),
                    word -> read(field, word),
                    list == null ? null : list.delimiter(),
                    field.constraints().required(),
                    field.name().equals(Activity.COLUMN));
        }

        /**
         * Of a vocabulary alone: what says yes elsewhere may say no in a column that asks the contrary. An activity goes by its code: what one
         * register calls an atelier may have a code of its own.
         */
        private static String read(Field field, String word) {
            Column column = new Column(field, Forms.UNDECLARED);
            if (field.constraints().values().isEmpty()) {
                return "";
            }
            if (column.value(word) != Column.INVALID || field.name().equals(Activity.COLUMN)) {
                return column.value(word) == Column.INVALID ? "" : word;
            }
            RepairedText repaired = column.repair(word);
            return repaired == null ? "" : repaired.text();
        }

        private void refuseNoIdentifier(Field field, Formula formula) {
            boolean identifier =
                    IDENTIFIERS.contains(field.name()) || schema.primaryKey().contains(field.name());
            if (identifier && formula.origin() instanceof Formula.Constant) {
                branch.problem(
                        field.name(),
                        "identifie chaque ligne : une constante n'y va pas ; prenez une colonne du fichier");
            }
            if (identifier && formula.lenient()) {
                branch.problem(
                        field.name(), "identifie chaque ligne : « sinon: inconnu » n'y va pas ; écrivez « rejet »");
            }
        }

        /** A text of the mapping is in the canonical form, and the declared forms do not make it say something else. */
        private void check(Field field, Leaf leaf) {
            String text = leaf.text().strip();
            if (text.isEmpty()) {
                return;
            }
            Column column = new Column(field, Forms.UNDECLARED);
            long value = column.value(text);
            if (value == Column.INVALID) {
                leaf.problem("« %s » ne va pas ici. %s"
                        .formatted(text, column.message(text))
                        .replaceAll("\\.$", ""));
            } else if (value != new Column(field, forms).value(text)) {
                leaf.problem("« %s » se lit autrement sous les formes que le mapping déclare ; écrivez-le autrement"
                        .formatted(text));
            }
        }
    }
}
