package fr.passerelle.console.api;

/** A call for what is not there: its message says what that is, to whoever made it, in French. */
final class MissingItem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;

    MissingItem(String advice) {
        super(advice);
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
