package fr.passerelle.schemas.yaml;

import java.util.List;

/** Values one after the other. */
public record YamlSequence(Problems problems, String path, LineColumn at, List<Tree> items) implements Tree {

    /** Keeps its own copy. */
    public YamlSequence {
        items = List.copyOf(items);
    }
}
