package fr.passerelle.schemas.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All that is wrong in a text, gathered on the way. */
public final class Problems {

    private final List<TextProblem> problems = new ArrayList<>();

    /** Whether there is none. */
    public boolean none() {
        return problems.isEmpty();
    }

    /** All of them, as they stand in the text, each once. */
    public List<TextProblem> list() {
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparingInt(TextProblem::line).thenComparingInt(TextProblem::column))
                .toList();
    }

    void add(LineColumn at, String path, String message) {
        problems.add(new TextProblem(at.line(), at.column(), path, message));
    }

    boolean noneUnder(String path) {
        return problems.stream().noneMatch(problem -> problem.isUnder(path));
    }
}
