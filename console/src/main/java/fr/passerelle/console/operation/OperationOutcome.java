package fr.passerelle.console.operation;

/** How an operation ended; its name is the code that the audit keeps. */
public enum OperationOutcome {
    /** It runs. */
    STARTED,
    /** All of it. */
    DONE,
    /** Done, rows were rejected. */
    DONE_WITH_REJECTS,
    /** The program did not take what it was asked; nothing was done. */
    REFUSED,
    /** It stopped on the way, or said why it could not. */
    FAILED,
    /** A signal ended it. */
    INTERRUPTED;

    private static final int SIGNALS = 128;

    /** What an exit code of the operators' program says. */
    static OperationOutcome of(int exitCode) {
        return switch (exitCode) {
            case 0 -> DONE;
            case 2 -> REFUSED;
            case 3 -> DONE_WITH_REJECTS;
            default -> exitCode > SIGNALS ? INTERRUPTED : FAILED;
        };
    }

    /** One of the four words of the audit. */
    String audited() {
        return switch (this) {
            case STARTED, DONE, REFUSED, FAILED -> name();
            case DONE_WITH_REJECTS -> DONE.name();
            case INTERRUPTED -> FAILED.name();
        };
    }
}
