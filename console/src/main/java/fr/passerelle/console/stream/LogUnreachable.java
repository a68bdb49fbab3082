package fr.passerelle.console.stream;

/** Kafka does not answer, or nobody said where it is. */
final class LogUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogUnreachable(String message) {
        super(message);
    }

    LogUnreachable(Throwable cause) {
        super("Kafka does not answer", cause);
    }
}
