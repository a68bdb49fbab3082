package fr.passerelle.schemas.yaml;

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
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** From a text to its tree. */
public final class Yaml {

    private final Problems problems;

    private Yaml(Problems problems) {
        this.problems = problems;
    }

    /** The tree of a text; null, and said, where there is none. */
    public static @Nullable Branch parse(String text, Problems problems) {
        try {
            return PlainData.holds(text, settings(), problems) ? new Yaml(problems).root(text) : null;
        } catch (MarkedYamlEngineException failure) {
            problems.add(lineOf(failure.getProblemMark()), "", unreadable());
        } catch (YamlEngineException failure) {
            problems.add(1, "", unreadable());
        }
        return null;
    }

    static LoadSettings settings() {
        return LoadSettings.builder()
                .setAllowNonScalarKeys(true)
                .setLabel("mapping")
                .build();
    }

    static int lineOf(Optional<Mark> mark) {
        return mark.map(found -> found.getLine() + 1).orElse(1);
    }

    static String under(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String unreadable() {
        return "ce n'est pas du YAML lisible ; vérifiez les retraits, les guillemets et les deux-points";
    }

    private @Nullable Branch root(String text) {
        Optional<Node> root = new Compose(settings()).composeString(text);
        if (root.isPresent() && root.get() instanceof MappingNode mapping) {
            return branch("", mapping);
        }
        problems.add(1, "", root.isEmpty() ? "le texte est vide" : "des clés et leurs valeurs sont attendues");
        return null;
    }

    private Tree tree(String path, Node node) {
        return switch (node) {
            case ScalarNode scalar -> new Leaf(problems, path, lineOf(node.getStartMark()), scalar.getValue());
            case SequenceNode sequence -> series(path, sequence);
            case MappingNode mapping -> branch(path, mapping);
            default -> throw new IllegalStateException("No such node in plain data: " + node.getNodeType());
        };
    }

    private YamlSequence series(String path, SequenceNode sequence) {
        List<Tree> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(tree("%s[%d]".formatted(path, items.size() + 1), item));
        }
        return new YamlSequence(problems, path, lineOf(sequence.getStartMark()), items);
    }

    private Branch branch(String path, MappingNode mapping) {
        SequencedMap<String, Tree> entries = new LinkedHashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            add(path, entry, entries, lines);
        }
        return new Branch(problems, path, lineOf(mapping.getStartMark()), entries, lines);
    }

    private void add(String path, NodeTuple entry, Map<String, Tree> entries, Map<String, Integer> lines) {
        int line = lineOf(entry.getKeyNode().getStartMark());
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            problems.add(line, path, "une clé n'est pas un mot");
            return;
        }
        String under = under(path, key.getValue());
        if (entries.putIfAbsent(key.getValue(), tree(under, entry.getValueNode())) != null) {
            problems.add(line, under, "la clé est en double ; n'en gardez qu'une");
        }
        lines.putIfAbsent(key.getValue(), line);
    }
}
