package fr.passerelle.schemas.yaml;

import java.util.List;

/** Values one after the other. */
public record YamlSequence(Problems problems, String path, int line, List<Tree> items) implements Tree {

    /** Keeps its own copy. */
    public YamlSequence {
        items = List.copyOf(items);
    }

    @Override
    public void problem(String message) {
        problems.add(line, path, message);
    }
}
