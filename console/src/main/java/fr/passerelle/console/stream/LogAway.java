package fr.passerelle.console.stream;

/** Kafka does not answer, or nobody said where it is. */
final class LogAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogAway(String message) {
        super(message);
    }

    LogAway(Throwable cause) {
        super("Kafka does not answer", cause);
    }
}
