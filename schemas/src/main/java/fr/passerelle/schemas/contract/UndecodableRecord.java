package fr.passerelle.schemas.contract;

/**
 * Bytes that are no record of ours. The message, in French, says what is wrong with them and never quotes them. Such a record goes
 * to the dead letters; any other fault stops the reader.
 */
public final class UndecodableRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UndecodableRecord(String message) {
        super(message);
    }

    UndecodableRecord(String message, Throwable cause) {
        super(message, cause);
    }
}
