package fr.passerelle.console.api;

/** A caller that takes neither of the formats that there are. */
final class NotAcceptable extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
