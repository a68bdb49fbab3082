package fr.passerelle.console.replay;

import fr.passerelle.console.operation.Operation;
import fr.passerelle.console.operation.Operation.Action;
import fr.passerelle.published.replay.Replay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What may be done with a replay that was planned. */
enum ReplayAction {
    RUN("executer", Action.REPLAY_RUN, "run"),
    PUT_IN_FORCE("mettre-en-vigueur", Action.PUT_IN_FORCE, "put-in-force"),
    ROLLBACK("revenir", Action.ROLLBACK, "rollback"),
    DISCARD("ecarter", Action.DISCARD, "discard");

    private final String path;
    private final Action action;
    private final String verb;

    ReplayAction(String path, Action action, String verb) {
        this.path = path;
        this.action = action;
        this.verb = verb;
    }

    /** Last part of its path, and part of the keys of its texts. */
    String path() {
        return path;
    }

    Operation operation(Replay replay, String motive, String account) {
        List<String> words = new ArrayList<>(List.of("replay", verb, replay.id()));
        if (this != RUN) {
            words.add("--reason=" + motive);
            words.add("--by=" + account);
        }
        if (this == PUT_IN_FORCE && replay.isIllustration()) {
            words.add("--illustration");
        }
        return new Operation(action, replay.id(), words);
    }

    static Optional<ReplayAction> at(String path) {
        return Arrays.stream(values())
                .filter(gesture -> gesture.path.equals(path))
                .findFirst();
    }
}
