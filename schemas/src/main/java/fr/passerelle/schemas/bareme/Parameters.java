package fr.passerelle.schemas.bareme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Everything in a barème that carries a source, in the order of its text: what there is to show, compare and publish. */
public final class Parameters {

    private static final String SOURCE = "source";

    private final List<Parameter> found = new ArrayList<>();

    private Parameters() {}

    /** The parameters of a barème that was read. */
    public static List<Parameter> of(Bareme bareme) {
        Parameters parameters = new Parameters();
        parameters.walk("", BaremeReader.composed(bareme.text()));
        return List.copyOf(parameters.found);
    }

    private void walk(String path, Node node) {
        switch (node) {
            case MappingNode mapping -> walk(path, mapping);
            case SequenceNode sequence -> walk(path, sequence);
            default -> {}
        }
    }

    private void walk(String path, MappingNode mapping) {
        Map<String, Node> entries = entries(mapping);
        String source = text(entries.get(SOURCE));
        if (source == null) {
            entries.forEach((key, value) -> walk(path.isEmpty() ? key : path + '.' + key, value));
        } else {
            found.add(new Parameter(path, value(entries), source));
        }
    }

    private void walk(String path, SequenceNode sequence) {
        for (int i = 0; i < sequence.getValue().size(); i++) {
            walk(path + '.' + (i + 1), sequence.getValue().get(i));
        }
    }

    private static String value(Map<String, Node> entries) {
        String points = text(entries.get("points"));
        String value = text(entries.get("valeur"));
        return points == null ? String.valueOf(value) : value + " → " + points;
    }

    private static Map<String, Node> entries(MappingNode mapping) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            entries.put(((ScalarNode) entry.getKeyNode()).getValue(), entry.getValueNode());
        }
        return entries;
    }

    private static @Nullable String text(@Nullable Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }
}
