package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.yaml.TextProblem;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A mapping that cannot be used. It says all that is wrong, in French: which file, which line, which key, what to do. */
public final class InvalidMapping extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<TextProblem> problems;

    InvalidMapping(String name, List<TextProblem> problems) {
        this(name, problems, null);
    }

    InvalidMapping(String name, List<TextProblem> problems, @Nullable Throwable cause) {
        super(sentence(name, problems), cause);
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, by line. */
    public List<TextProblem> problems() {
        return problems;
    }

    private static String sentence(String name, List<TextProblem> problems) {
        return problems.stream()
                .map(problem -> "\n  - " + problem + ".")
                .collect(Collectors.joining("", "Le mapping « " + name + " » ne peut pas être utilisé :", ""));
    }
}
