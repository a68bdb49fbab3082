package fr.passerelle.schemas.bareme;

import org.jspecify.annotations.Nullable;

/** A barème that cannot be used: where it is wrong and why, in French. Its message says both. */
public final class InvalidBareme extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String reason;

    InvalidBareme(int line, String reason) {
        this(line, reason, null);
    }

    InvalidBareme(int line, String reason, @Nullable Throwable cause) {
        super("Barème refusé, ligne " + line + " : " + reason, cause);
        this.line = line;
        this.reason = reason;
    }

    /** Line of the text, from 1. */
    public int line() {
        return line;
    }

    /** What is wrong there, one French sentence without its full stop. */
    public String reason() {
        return reason;
    }
}
