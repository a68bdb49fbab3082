package fr.passerelle.console.operation;

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
