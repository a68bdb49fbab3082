package fr.passerelle.console.operation;

import fr.passerelle.console.page.NotFound;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One command of the operators' program, whole: each argument as the program receives it, for no shell reads them, and what it is about, as
 * people say it: N-000012, R-000003, a SIREN; « région » where it is all.
 */
public record Operation(Action action, String subject, List<String> words) {

    private static final String SAFE = "[\\p{Alnum}_./:=-]+";

    public Operation {
        words = List.copyOf(words);
    }

    Lane lane() {
        return action.lane();
    }

    /** The command to type in a terminal: what a shell would change is quoted. */
    public String typed() {
        return words.stream().map(Operation::quoted).collect(Collectors.joining(" ", "./passerelle ", ""));
    }

    private static String quoted(String word) {
        return word.matches(SAFE) ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** What may be done from the console; its name is the code that the audit keeps. */
    public enum Action {
        RESTART("executions", "reprendre", "restart"),
        ABANDON("executions", "abandonner", "abandon"),
        /** Marks the runs whose process is dead. */
        RECOVER("executions", "relever", "recover"),
        /** Freezes what a replay will be. */
        REPLAY_PLAN("rejeux", "", ""),
        /** Runs a replay, or takes it up. */
        REPLAY_RUN("rejeux", "executer", "run"),
        /** Puts what a replay showed in force. */
        PUT_IN_FORCE("rejeux", "mettre-en-vigueur", "put-in-force"),
        /** Takes back what a replay put in force. */
        ROLLBACK("rejeux", "revenir", "rollback"),
        /** Removes what a replay left. */
        DISCARD("rejeux", "ecarter", "discard"),
        DECIDE("decisions", "", ""),
        /** Tries other credits, and keeps nothing. */
        TRIAL("programmation", "", ""),
        /** Asks the operation that runs to stop in good order. */
        STOP("executions", "", "");

        private final String section;
        private final String path;
        private final String verb;

        Action(String section, String path, String verb) {
            this.section = section;
            this.path = path;
            this.verb = verb;
        }

        /** The gesture of a page about one thing, by the last part of its path. */
        public static Action gesture(String section, String path) {
            return Arrays.stream(values())
                    .filter(action -> action.section.equals(section) && action.path.equals(path))
                    .findFirst()
                    .orElseThrow(NotFound::new);
        }

        /** Last part of its path, and part of the keys of its texts; empty where no page about one thing has it. */
        public String path() {
            return path;
        }

        /** What the operators' program calls it; empty where who asks for it says it with its options. */
        public String verb() {
            return verb;
        }

        /** Address of what it changes. */
        String page(String subject) {
            return "/" + section + (path.isEmpty() || this == RECOVER ? "" : "/" + subject);
        }

        Lane lane() {
            return switch (this) {
                case DECIDE -> Lane.DECISIONS;
                case TRIAL -> Lane.TRIALS;
                default -> Lane.OPERATIONS;
            };
        }
    }

    /** One operation at a time in each: a decision is recorded in seconds, and neither it nor a trial need wait for a run. */
    public enum Lane {
        /** Runs and replays. */
        OPERATIONS("courante", "executions"),
        DECISIONS("decisions", "decisions"),
        /** Trials of other credits. */
        TRIALS("essai", "programmation");

        private final String path;
        private final String section;

        Lane(String path, String section) {
            this.path = path;
            this.section = section;
        }

        /** Where its output is shown, below {@code /operations/}. */
        public String path() {
            return path;
        }

        String section() {
            return section;
        }

        static Lane at(String path) {
            return Arrays.stream(values())
                    .filter(lane -> lane.path.equals(path))
                    .findFirst()
                    .orElseThrow(NotFound::new);
        }
    }
}
