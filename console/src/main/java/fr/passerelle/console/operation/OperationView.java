package fr.passerelle.console.operation;

import fr.passerelle.console.page.PageTexts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation as its page shows it.
 *
 * @param action what, in French
 * @param typed the command that does the same in a terminal
 * @param state in French, a sentence
 * @param code stable code of the state, for its mark
 * @param running whether more is to come
 * @param back where what it was about is shown
 */
record OperationView(
        String action,
        String subject,
        String typed,
        Instant startedAt,
        @Nullable Instant endedAt,
        String state,
        String code,
        boolean running,
        String back,
        List<String> lines) {

    static OperationView of(StartedOperation started, PageTexts wording) {
        Operation operation = started.operation();
        OperationOutcome outcome = started.outcome();
        return new OperationView(
                wording.word("operation.action", operation.action().name()),
                operation.subject(),
                operation.typed(),
                started.startedAt(),
                started.endedAt(),
                wording.say("operation.issue." + outcome.name()),
                outcome.name().toLowerCase(java.util.Locale.ROOT),
                outcome == OperationOutcome.STARTED,
                back(operation),
                started.lines());
    }

    private static String back(Operation operation) {
        return switch (operation.action()) {
            case DECIDE -> "/decisions";
            case TRIAL -> "/programmation";
            case REPLAY_PLAN -> "/rejeux";
            case RECOVER -> "/executions";
            case RESTART, ABANDON, STOP -> "/executions/" + operation.subject();
            case REPLAY_RUN, PUT_IN_FORCE, ROLLBACK, DISCARD -> "/rejeux/" + operation.subject();
        };
    }
}
