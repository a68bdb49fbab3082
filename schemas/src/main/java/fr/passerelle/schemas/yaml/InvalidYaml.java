package fr.passerelle.schemas.yaml;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A text that cannot be used. It says all that is wrong, in French: where, which key, what to do. */
public final class InvalidYaml extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<TextProblem> problems;

    /** @param what the text is, as a French sentence begins with it: {@code Le barème} */
    public InvalidYaml(String what, List<TextProblem> problems) {
        this(what, problems, null);
    }

    /** @param what the text is, as a French sentence begins with it: {@code Le barème} */
    public InvalidYaml(String what, List<TextProblem> problems, @Nullable Throwable cause) {
        super(sentence(what, problems), cause);
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, as it stands in the text. */
    public List<TextProblem> problems() {
        return problems;
    }

    private static String sentence(String what, List<TextProblem> problems) {
        return problems.stream()
                .map(problem -> "\n  - " + problem + ".")
                .collect(Collectors.joining("", what + " ne peut pas être utilisé :", ""));
    }
}
