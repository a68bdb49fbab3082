package fr.passerelle.journal;

import org.jspecify.annotations.Nullable;

/** The log is not what the journal expects, or cannot be written. The message, in French, says what to do. */
public final class LogRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LogRefused(String message) {
        super(message);
    }

    public LogRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
