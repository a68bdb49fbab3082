package fr.passerelle.schemas.fault;

import org.jspecify.annotations.Nullable;

/**
 * A server, the log, another process or a file that moved does not let this one go on, whatever was asked of it: the message, in French,
 * says why and what to do. A run that ends with it is kept and can be restarted.
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
