package fr.passerelle.schemas.yaml;

/** A piece of the text. */
public sealed interface Tree permits Leaf, Branch, YamlSequence {

    /** Where all that is wrong in its text is gathered. */
    Problems problems();

    /** The keys that lead to it, joined by points. */
    String path();

    /** Where it begins. */
    LineColumn at();

    /** Says that it is wrong: French, without its full stop. */
    default void problem(String message) {
        problems().add(at(), path(), message);
    }

    /** Whether nothing is wrong with it so far, nor with what is in it. */
    default boolean isRight() {
        return problems().noneUnder(path());
    }
}
