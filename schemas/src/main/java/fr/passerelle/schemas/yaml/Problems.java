package fr.passerelle.schemas.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All that is wrong in a text, gathered on the way. */
public final class Problems {

    private final List<TextProblem> problems = new ArrayList<>();

    /** One problem more. */
    public void add(int line, String path, String message) {
        problems.add(new TextProblem(line, path, message));
    }

    /** Whether there is none. */
    public boolean none() {
        return problems.isEmpty();
    }

    /** All of them, by line, each once. */
    public List<TextProblem> list() {
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparingInt(TextProblem::line))
                .toList();
    }
}
