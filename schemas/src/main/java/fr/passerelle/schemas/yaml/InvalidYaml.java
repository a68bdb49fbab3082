package fr.passerelle.schemas.yaml;

import java.util.ArrayList;
import java.util.Comparator;
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
        super(
                problems.stream()
                        .map(problem -> "\n  - " + problem + ".")
                        .collect(Collectors.joining("", what + " ne peut pas être utilisé :", "")),
                cause);
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, as it stands in the text. */
    public List<TextProblem> problems() {
        return problems;
    }

    /** Something that is wrong in a text, in French, without its full stop; line and column from 1, 0 where it is the whole text. */
    public record TextProblem(int line, int column, String path, String message) {

        boolean isUnder(String key) {
            return key.isEmpty() || path.equals(key) || path.startsWith(key + ".") || path.startsWith(key + "[");
        }

        /** One French line: where, what. */
        @Override
        public String toString() {
            if (line == 0) {
                return message;
            }
            return "ligne %d, colonne %d%s : %s".formatted(line, column, path.isEmpty() ? "" : ", " + path, message);
        }
    }

    /** All that is wrong in a text, gathered on the way. */
    public static final class Problems {

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

        void add(TextProblem problem) {
            problems.add(problem);
        }

        boolean noneUnder(String path) {
            return problems.stream().noneMatch(problem -> problem.isUnder(path));
        }
    }
}
