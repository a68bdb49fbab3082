package fr.passerelle.schemas.yaml;

import java.util.List;

/** Values one after the other. */
public record Series(Problems problems, String path, int line, List<Tree> items) implements Tree {

    /** Keeps its own copy. */
    public Series {
        items = List.copyOf(items);
    }

    @Override
    public void problem(String message) {
        problems.add(line, path, message);
    }
}
