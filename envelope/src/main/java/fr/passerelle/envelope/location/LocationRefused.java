package fr.passerelle.envelope.location;

/** What was asked for cannot be: the message says in French what could. */
public final class LocationRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LocationRefused(String message) {
        super(message);
    }
}
