package fr.passerelle.console.replay;

import fr.passerelle.console.operation.Action;
import fr.passerelle.console.operation.Operation;
import fr.passerelle.published.replay.Replay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What may be done with a replay that was planned. */
enum ReplayAction {
    RUN("executer", Action.REPLAY_RUN) {
        @Override
        List<String> words(Replay replay, String motive, String account) {
            return List.of("replay", "run", replay.id());
        }
    },
    PUT_IN_FORCE("mettre-en-vigueur", Action.PUT_IN_FORCE) {
        @Override
        List<String> words(Replay replay, String motive, String account) {
            List<String> words = new ArrayList<>(
                    List.of("replay", "put-in-force", replay.id(), "--reason=" + motive, "--by=" + account));
            if (replay.isIllustration()) {
                words.add("--illustration");
            }
            return words;
        }
    },
    ROLLBACK("revenir", Action.ROLLBACK) {
        @Override
        List<String> words(Replay replay, String motive, String account) {
            return List.of("replay", "rollback", replay.id(), "--reason=" + motive, "--by=" + account);
        }
    },
    DISCARD("ecarter", Action.DISCARD) {
        @Override
        List<String> words(Replay replay, String motive, String account) {
            return List.of("replay", "discard", replay.id(), "--reason=" + motive, "--by=" + account);
        }
    };

    private final String path;
    private final Action action;

    ReplayAction(String path, Action action) {
        this.path = path;
        this.action = action;
    }

    /** Last part of its path, and part of the keys of its texts. */
    String path() {
        return path;
    }

    Operation operation(Replay replay, String motive, String account) {
        return new Operation(action, replay.id(), words(replay, motive, account));
    }

    abstract List<String> words(Replay replay, String motive, String account);

    static Optional<ReplayAction> at(String path) {
        return Arrays.stream(values())
                .filter(gesture -> gesture.path.equals(path))
                .findFirst();
    }
}
