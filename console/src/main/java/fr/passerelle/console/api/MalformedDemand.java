package fr.passerelle.console.api;

/** A call that says something that the API does not understand: its message is for whoever made it, in French. */
final class MalformedDemand extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;

    MalformedDemand(String advice) {
        super(advice);
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
