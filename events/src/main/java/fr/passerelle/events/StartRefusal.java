package fr.passerelle.events;

/** Why the program does not start: one French sentence with its remedy. */
final class StartRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartRefusal(String message) {
        super(message);
    }

    StartRefusal(String message, Throwable cause) {
        super(message, cause);
    }
}
