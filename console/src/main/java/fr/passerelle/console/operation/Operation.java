package fr.passerelle.console.operation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One command of the operators' program, whole.
 *
 * @param subject what it is about, as people say it: N-000012, R-000003, a SIREN; « région » where it is all
 * @param words arguments, each as the program receives it; no shell reads them
 */
public record Operation(Action action, String subject, List<String> words) {

    private static final String SAFE = "[\\p{Alnum}_./:=-]+";

    /** Copies the words. */
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
        /** Takes up a run. */
        RESTART,
        /** Gives a run up. */
        ABANDON,
        /** Marks the runs whose process is dead. */
        RECOVER,
        /** Freezes what a replay will be. */
        REPLAY_PLAN,
        /** Runs a replay, or takes it up. */
        REPLAY_RUN,
        /** Puts what a replay showed in force. */
        PUT_IN_FORCE,
        /** Takes back what a replay put in force. */
        ROLLBACK,
        /** Removes what a replay left. */
        DISCARD,
        /** Records a decision. */
        DECIDE,
        /** Tries other credits, and keeps nothing. */
        TRIAL,
        /** Asks the operation that runs to stop in good order. */
        STOP;

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
        /** Decisions. */
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

        static Optional<Lane> at(String path) {
            return Arrays.stream(values())
                    .filter(lane -> lane.path.equals(path))
                    .findFirst();
        }
    }
}
