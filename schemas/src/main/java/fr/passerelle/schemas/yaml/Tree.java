package fr.passerelle.schemas.yaml;

/** A piece of the text. */
public sealed interface Tree permits Leaf, Branch, YamlSequence {

    /** Where it begins, from 1. */
    int line();

    /** The keys that lead to it, joined by points. */
    String path();

    /** Says that it is wrong: French, without its full stop. */
    void problem(String message);
}
