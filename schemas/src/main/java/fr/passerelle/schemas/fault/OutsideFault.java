package fr.passerelle.schemas.fault;

import org.jspecify.annotations.Nullable;

/**
 * A server, the log or another process does not let this one go on, whatever was asked of it: the message, in French, says why and what
 * to do.
 */
public final class OutsideFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence French, with the remedy */
    public OutsideFault(String sentence) {
        this(sentence, null);
    }

    /** @param sentence French, with the remedy */
    public OutsideFault(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
