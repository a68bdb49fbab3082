package fr.passerelle.schemas.bareme;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping of the text. Each key must be there and each must be asked for: what nobody asks for is a mistake of the author. */
final class Section {

    private final String name;
    private final int line;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    private Section(String name, MappingNode node) {
        this.name = name;
        this.line = lineOf(node);
        node.getValue().forEach(this::add);
    }

    /** Reads a mapping whole: refuses what the reader did not ask for. */
    static <T> T read(String name, Node node, Function<Section, T> reader) {
        if (!(node instanceof MappingNode mapping)) {
            throw new InvalidBareme(lineOf(node), "« " + name + " » doit être une liste de clés et de valeurs");
        }
        Section section = new Section(name, mapping);
        T read = reader.apply(section);
        section.end();
        return read;
    }

    /** The mapping under a key. */
    <T> T section(String key, Function<Section, T> reader) {
        return read(key, ask(key), reader);
    }

    /** The mappings listed under a key. */
    <T> List<T> list(String key, Function<Section, T> reader) {
        if (!(ask(key) instanceof SequenceNode sequence)) {
            throw new InvalidBareme(lineOf(ask(key)), "« " + key + " » doit être une liste");
        }
        return sequence.getValue().stream().map(node -> read(key, node, reader)).toList();
    }

    /** One mapping for each name of an enum, in the order of the text. */
    <E extends Enum<E>, T> List<T> each(Class<E> type, BiFunction<E, Section, T> reader) {
        List<T> read = new ArrayList<>();
        for (String key : List.copyOf(entries.keySet())) {
            E constant = keyOf(key).oneOf(type);
            read.add(section(key, section -> reader.apply(constant, section)));
        }
        for (E constant : type.getEnumConstants()) {
            ask(constant.name());
        }
        return List.copyOf(read);
    }

    /** The value under a key. */
    Scalar scalar(String key) {
        if (!(ask(key) instanceof ScalarNode scalar)) {
            throw new InvalidBareme(lineOf(ask(key)), "« " + key + " » doit être une seule valeur");
        }
        return new Scalar(key, scalar.getValue(), !scalar.isPlain(), lineOf(scalar));
    }

    /** The value under a key, which must be written with its source: {@code {valeur: …, source: "…"}}. */
    Scalar sourced(String key) {
        if (ask(key) instanceof ScalarNode scalar) {
            throw new InvalidBareme(
                    lineOf(scalar), "« " + key + " » n'a pas de source : écrire {valeur: …, source: \"…\"}");
        }
        return section(key, Section::sourcedValue);
    }

    /** The value of this mapping, which is {@code {valeur: …, source: "…"}}; it goes by the name of the mapping. */
    Scalar sourcedValue() {
        Scalar value = scalar("valeur");
        requireSource();
        return new Scalar(name, value.text(), value.quoted(), value.line());
    }

    /** Refuses a mapping whose source is missing or blank. */
    void requireSource() {
        if (!entries.containsKey("source")) {
            throw refusal("n'a pas de source : ajouter la clé « source »");
        }
        scalar("source").words();
    }

    /** Refuses the barème unless something holds of this mapping. */
    void require(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw refusal(otherwise.get());
        }
    }

    static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private void add(NodeTuple entry) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            throw new InvalidBareme(lineOf(entry.getKeyNode()), "une clé de « " + name + " » n'est pas un mot");
        }
        if (entries.putIfAbsent(key.getValue(), entry) != null) {
            throw new InvalidBareme(lineOf(key), "la clé « " + key.getValue() + " » est en double");
        }
    }

    private Node ask(String key) {
        asked.add(key);
        NodeTuple entry = entries.get(key);
        if (entry == null) {
            throw refusal("n'a pas la clé « " + key + " »");
        }
        return entry.getValueNode();
    }

    private void end() {
        entries.keySet().stream()
                .filter(key -> !asked.contains(key))
                .findFirst()
                .ifPresent(this::refuseUnknown);
    }

    private void refuseUnknown(String key) {
        throw new InvalidBareme(keyOf(key).line(), "clé inconnue « " + key + " » dans « " + name + " »");
    }

    private Scalar keyOf(String key) {
        NodeTuple entry = entries.get(key);
        return new Scalar(name, key, false, entry == null ? line : lineOf(entry.getKeyNode()));
    }

    private InvalidBareme refusal(String reason) {
        return new InvalidBareme(line, "« " + name + " » " + reason);
    }
}
