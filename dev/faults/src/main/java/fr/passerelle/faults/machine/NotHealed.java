package fr.passerelle.faults.machine;

/** What should have come back did not: the round is lost, and says why in French. */
public final class NotHealed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message French, a sentence */
    public NotHealed(String message) {
        super(message);
    }

    /** The same, for a cause. */
    public NotHealed(String message, Throwable cause) {
        super(message, cause);
    }
}
