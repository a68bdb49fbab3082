package fr.passerelle.schemas.contract;

/** The schema registry did not answer, or refused. The message, in French, names its address and what to do. */
public final class RegistryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RegistryException(String message) {
        super(message);
    }

    RegistryException(String message, Throwable cause) {
        super(message, cause);
    }
}
