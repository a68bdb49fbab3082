package fr.passerelle.schemas.yaml;

import fr.passerelle.schemas.yaml.InvalidYaml.Problems;
import fr.passerelle.schemas.yaml.Tree.Branch;
import fr.passerelle.schemas.yaml.Tree.Leaf;
import fr.passerelle.schemas.yaml.Tree.Spot;
import fr.passerelle.schemas.yaml.Tree.YamlSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** From a text to its tree. */
public final class Yaml {

    static final LoadSettings SETTINGS =
            LoadSettings.builder().setAllowNonScalarKeys(true).build();

    private static final String UNREADABLE =
            "ce n'est pas du YAML lisible ; vérifiez les retraits, les guillemets et les deux-points";

    private final Problems problems;

    private Yaml(Problems problems) {
        this.problems = problems;
    }

    /** The tree of a text; null, and said, where there is none. */
    public static @Nullable Branch parse(String text, Problems problems) {
        try {
            return PlainData.holds(text, problems) ? new Yaml(problems).root(text) : null;
        } catch (MarkedYamlEngineException failure) {
            Spot.of(problems, "", failure.getProblemMark()).problem(UNREADABLE);
        } catch (YamlEngineException failure) {
            Spot.of(problems, "", Optional.empty()).problem(UNREADABLE);
        }
        return null;
    }

    static String under(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private @Nullable Branch root(String text) {
        Optional<Node> root = new Compose(SETTINGS).composeString(text);
        if (root.isPresent() && root.get() instanceof MappingNode mapping) {
            return branch("", mapping);
        }
        Spot.of(problems, "", root.flatMap(Node::getStartMark))
                .problem(root.isEmpty() ? "le texte est vide" : "des clés et leurs valeurs sont attendues");
        return null;
    }

    private Tree tree(String path, Node node) {
        return switch (node) {
            case ScalarNode scalar -> new Leaf(spot(path, node), scalar.getValue(), !scalar.isPlain());
            case SequenceNode sequence -> {
                List<Tree> items = new ArrayList<>();
                for (Node item : sequence.getValue()) {
                    items.add(tree("%s[%d]".formatted(path, items.size() + 1), item));
                }
                yield new YamlSequence(spot(path, sequence), items);
            }
            case MappingNode mapping -> branch(path, mapping);
            default -> throw new IllegalStateException("No such node in plain data: " + node.getNodeType());
        };
    }

    private Spot spot(String path, Node node) {
        return Spot.of(problems, path, node.getStartMark());
    }

    private Branch branch(String path, MappingNode mapping) {
        SequencedMap<String, Tree> entries = new LinkedHashMap<>();
        Map<String, Spot> keys = new HashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            add(path, entry, entries, keys);
        }
        return new Branch(spot(path, mapping), entries, keys);
    }

    private void add(String path, NodeTuple entry, Map<String, Tree> entries, Map<String, Spot> keys) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            spot(path, entry.getKeyNode()).problem("une clé n'est pas un mot");
            return;
        }
        Spot spot = spot(under(path, key.getValue()), key);
        if (entries.putIfAbsent(key.getValue(), tree(spot.path(), entry.getValueNode())) != null) {
            spot.problem("la clé est en double ; n'en gardez qu'une");
        }
        keys.putIfAbsent(key.getValue(), spot);
    }

    /** Looks through the events of a text, which nest nothing, before a tree is made: what could make it grow or mean something else. */
    private static final class PlainData {

        private static final int MAX_DEPTH = 10;

        private int depth;
        private int documents;

        /** Whether the text is one document of plain data; says all that is not, as far as it is not too deep. */
        static boolean holds(String text, Problems problems) {
            PlainData plain = new PlainData();
            for (Event event : new Parse(Yaml.SETTINGS).parseString(text)) {
                String objection = plain.objection(event);
                if (objection != null) {
                    Spot.of(problems, "", event.getStartMark()).problem(objection);
                }
                if (plain.depth > MAX_DEPTH) {
                    return false;
                }
            }
            return problems.none();
        }

        private @Nullable String objection(Event event) {
            count(event);
            if (depth > MAX_DEPTH) {
                return "les clés sont emboîtées sur plus de %d niveaux".formatted(MAX_DEPTH);
            }
            if (event instanceof DocumentStartEvent && documents > 1) {
                return "un autre document commence (---) ; un seul par fichier";
            }
            if (event instanceof NodeEvent node
                    && (event instanceof AliasEvent || node.getAnchor().isPresent())) {
                return "les ancres (&) et les renvois (*) ne sont pas admis ; un texte qui commence par ces signes"
                        + " s'écrit entre guillemets";
            }
            return tagged(event)
                    ? "les types (!) ne sont pas admis ; un texte qui commence par ce signe s'écrit entre guillemets"
                    : null;
        }

        private void count(Event event) {
            switch (event) {
                case CollectionStartEvent start -> depth++;
                case CollectionEndEvent end -> depth--;
                case DocumentStartEvent document -> documents++;
                default -> {
                    // a value
                }
            }
        }

        private static boolean tagged(Event event) {
            return switch (event) {
                case ScalarEvent scalar -> scalar.getTag().isPresent();
                case CollectionStartEvent start -> start.getTag().isPresent();
                default -> false;
            };
        }
    }
}
