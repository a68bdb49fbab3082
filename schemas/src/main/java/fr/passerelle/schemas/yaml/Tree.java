package fr.passerelle.schemas.yaml;

import fr.passerelle.schemas.text.PlainText.NearestWord;
import fr.passerelle.schemas.yaml.InvalidYaml.Problems;
import fr.passerelle.schemas.yaml.InvalidYaml.TextProblem;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** A piece of the text. */
public sealed interface Tree {

    /** Where it stands. */
    Spot spot();

    /** Says that it is wrong: French, without its full stop. */
    default void problem(String message) {
        spot().problem(message);
    }

    /** Whether nothing is wrong with it so far, nor with what is in it. */
    default boolean isRight() {
        return spot().problems().noneUnder(spot().path());
    }

    /** Where a piece stands: the keys that lead to it, joined by points, and its line and column from 1; 0 in no text. */
    record Spot(Problems problems, String path, int line, int column) {

        /** At the start of the text where the parser knows of no other place. */
        static Spot of(Problems problems, String path, Optional<Mark> mark) {
            return mark.map(found -> new Spot(problems, path, found.getLine() + 1, found.getColumn() + 1))
                    .orElse(new Spot(problems, path, 1, 1));
        }

        /** In no text: nobody hears what is wrong there. */
        static Spot nowhere() {
            return new Spot(new Problems(), "", 0, 0);
        }

        private Spot under(String key) {
            return new Spot(problems, Yaml.under(path, key), line, column);
        }

        void problem(String message) {
            problems.add(new TextProblem(line, column, path, message));
        }
    }

    /** Keys and what stands under them. What is asked for and is of the wrong kind is said, and reads as absent. */
    final class Branch implements Tree {

        private final Spot spot;
        private final SequencedMap<String, Tree> entries;
        private final Map<String, Spot> places;
        private final Set<String> asked = new LinkedHashSet<>();

        /** @param places of the keys */
        Branch(Spot spot, SequencedMap<String, Tree> entries, Map<String, Spot> places) {
            this.spot = spot;
            this.entries = entries;
            this.places = places;
        }

        /** A branch of no text, without a key: nobody hears what is wrong with it. */
        public static Branch absent() {
            return new Branch(Spot.nowhere(), new LinkedHashMap<>(), Map.of());
        }

        @Override
        public Spot spot() {
            return spot;
        }

        /** Says that what stands under a key is wrong. */
        public void problem(String key, String message) {
            places.getOrDefault(key, spot.under(key)).problem(message);
        }

        /** The keys, in the order of the text. */
        public List<String> keys() {
            return List.copyOf(entries.keySet());
        }

        /** Whether a key is there. */
        public boolean has(String key) {
            return entries.containsKey(key);
        }

        /** What stands under a key, of any kind. */
        public @Nullable Tree tree(String key) {
            asked.add(key);
            return entries.get(key);
        }

        /** The value under a key, not empty. */
        public @Nullable Leaf leaf(String key) {
            Leaf leaf = anyLeaf(key);
            if (leaf != null && leaf.text().isBlank()) {
                leaf.problem(
                        "est vide ; donnez-lui une valeur, ou retirez la clé (un texte qui commence par # s'écrit entre"
                                + " guillemets)");
                return null;
            }
            return leaf;
        }

        /** The value under a key, perhaps empty. */
        public @Nullable Leaf anyLeaf(String key) {
            Tree tree = tree(key);
            if (tree == null || tree instanceof Leaf) {
                return (Leaf) tree;
            }
            tree.problem("une seule valeur est attendue");
            return null;
        }

        /** Whether the value under a key is {@code oui}; says so where it is neither {@code oui} nor {@code non}. */
        public boolean yes(String key) {
            Leaf leaf = leaf(key);
            return leaf != null
                    && leaf.oneOf(List.of("oui", "non"))
                    && leaf.text().equals("oui");
        }

        /** The value under a key that must be there. */
        public @Nullable Leaf required(String key) {
            require(key);
            return leaf(key);
        }

        /** Says that a key is missing, where it is. */
        public void require(String key) {
            asked.add(key);
            if (!has(key)) {
                problem("il manque la clé « " + key + " » ; ajoutez-la");
            }
        }

        /** The keys under a key. */
        public @Nullable Branch branch(String key) {
            Tree tree = tree(key);
            return tree == null ? null : branchOnly(tree).findFirst().orElse(null);
        }

        /** The keys of each item of the list under a key. */
        public List<Branch> branches(String key) {
            Tree tree = tree(key);
            if (tree instanceof YamlSequence series) {
                return series.items().stream().flatMap(Branch::branchOnly).toList();
            }
            if (tree != null) {
                tree.problem("une liste est attendue");
            }
            return List.of();
        }

        /** The values under a key: a list, or one alone. Empty ones are kept. */
        public List<Leaf> leaves(String key) {
            return switch (tree(key)) {
                case null -> List.of();
                case YamlSequence series ->
                    series.items().stream().flatMap(Branch::leafOnly).toList();
                case Tree tree -> leafOnly(tree).toList();
            };
        }

        /** Says the keys that nobody asked for; to be called when all were. */
        public void end() {
            for (String key : entries.keySet()) {
                if (!asked.contains(key)) {
                    problem(
                            key,
                            "clé inconnue%s ; clés possibles : %s"
                                    .formatted(NearestWord.hint(key, asked), String.join(", ", asked)));
                }
            }
        }

        private static Stream<Branch> branchOnly(Tree tree) {
            if (tree instanceof Branch branch) {
                return Stream.of(branch);
            }
            tree.problem("des clés et leurs valeurs sont attendues");
            return Stream.empty();
        }

        private static Stream<Leaf> leafOnly(Tree item) {
            if (item instanceof Leaf leaf) {
                return Stream.of(leaf);
            }
            item.problem("une valeur, ou une liste de valeurs, est attendue");
            return Stream.empty();
        }
    }

    /** One value of the text, without its quotes. */
    record Leaf(Spot spot, String text, boolean quoted) implements Tree {

        /** An empty value of no text: nobody hears what is wrong with it. */
        public static Leaf absent() {
            return new Leaf(Spot.nowhere(), "", false);
        }

        /** Whether it is one of several words; says so where it is not. */
        public boolean oneOf(List<String> words) {
            if (words.contains(text)) {
                return true;
            }
            problem("« %s » n'est pas possible%s ; écrivez l'un de ces mots : %s"
                    .formatted(text, NearestWord.hint(text, words), String.join(", ", words)));
            return false;
        }

        /** A whole number between two bounds, included; null, and said, where it is not. */
        public @Nullable Integer whole(int least, int greatest) {
            if (text.matches("[0-9]{1,9}")) {
                int number = Integer.parseInt(text);
                if (number >= least && number <= greatest) {
                    return number;
                }
            }
            problem("« %s » n'est pas possible ; écrivez un nombre entier de %d à %d".formatted(text, least, greatest));
            return null;
        }
    }

    /** Values one after the other. */
    record YamlSequence(Spot spot, List<Tree> items) implements Tree {}
}
