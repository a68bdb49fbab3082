package fr.passerelle.schemas.bareme;

import fr.passerelle.schemas.yaml.Branch;
import fr.passerelle.schemas.yaml.Leaf;
import fr.passerelle.schemas.yaml.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of a barème's text. Each key must be there and each must be asked for: what nobody asks for is a mistake of the author. What is
 * missing is said once, and reads as an empty one.
 */
final class Section {

    private final Branch branch;
    private final Branch unsaid;

    private Section(Branch branch, Branch unsaid) {
        this.branch = branch;
        this.unsaid = unsaid;
    }

    /**
     * Reads a mapping whole: says what the reader did not ask for.
     *
     * @param unsaid what stands where the mapping says nothing
     */
    static <T> T read(@Nullable Branch branch, @Nullable Branch unsaid, Function<Section, T> reader) {
        Section section =
                new Section(branch == null ? Branch.absent() : branch, unsaid == null ? Branch.absent() : unsaid);
        T read = reader.apply(section);
        section.branch.end();
        return read;
    }

    /** The mapping under a key. */
    <T> T section(String key, Function<Section, T> reader) {
        Branch otherwise = unsaid.tree(key) instanceof Branch below ? below : null;
        if (branch.tree(key) == null && otherwise != null) {
            return read(otherwise, null, reader);
        }
        branch.require(key);
        return read(branch.branch(key), otherwise, reader);
    }

    /** The mapping under a key that may be missing. */
    <T> Optional<T> optional(String key, Function<Section, T> reader) {
        return branch.tree(key) == null ? Optional.empty() : Optional.of(section(key, reader));
    }

    /** The mappings listed under a key. */
    <T> List<T> list(String key, Function<Section, T> reader) {
        branch.require(key);
        return branch.branches(key).stream()
                .map(item -> read(item, null, reader))
                .toList();
    }

    /** One mapping for each name of an enum, in the order of the text. */
    <E extends Enum<E>, T> List<T> each(Class<E> type, BiFunction<E, Section, T> reader) {
        List<T> read = new ArrayList<>();
        for (String key : branch.keys()) {
            Scalar.constant(type, key)
                    .ifPresent(constant -> read.add(section(key, section -> reader.apply(constant, section))));
        }
        for (E constant : type.getEnumConstants()) {
            branch.require(constant.name());
        }
        return List.copyOf(read);
    }

    /** The value under a key. */
    Scalar scalar(String key) {
        Leaf leaf = branch.required(key);
        return new Scalar(leaf == null ? Leaf.absent() : leaf);
    }

    /** The value under a key, which must be written with its source: {@code {valeur: …, source: "…"}}. */
    Scalar sourced(String key) {
        if (branch.tree(key) instanceof Leaf leaf) {
            leaf.problem("n'a pas de source ; écrivez {valeur: …, source: \"…\"}");
            return new Scalar(Leaf.absent());
        }
        return section(key, Section::sourcedValue);
    }

    /** The value of this mapping, which is {@code {valeur: …, source: "…"}}. */
    Scalar sourcedValue() {
        requireSource();
        return scalar("valeur");
    }

    /** Says that this mapping has no source, where it has none. */
    void requireSource() {
        branch.required("source");
    }

    /** Says that something does not hold of what stands under a key, unless something is wrong with that already. */
    void require(String key, boolean holds, String otherwise) {
        Tree tree = branch.tree(key);
        if (!holds && tree != null && tree.isRight()) {
            tree.problem(otherwise);
        }
    }
}
