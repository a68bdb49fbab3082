package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.yaml.Leaf;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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
