package fr.passerelle.schemas.fault;

import org.jspecify.annotations.Nullable;

/** A command that is refused before anything is written: the message, in French, says why and what to do. */
public final class RunRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean wrongUse;

    /** @param sentence French, with the remedy */
    public RunRefused(String sentence) {
        this(sentence, null);
    }

    /** @param sentence French, with the remedy */
    public RunRefused(String sentence, @Nullable Throwable cause) {
        this(sentence, cause, false);
    }

    private RunRefused(String sentence, @Nullable Throwable cause, boolean wrongUse) {
        super(sentence, cause);
        this.wrongUse = wrongUse;
    }

    /** What was typed cannot be meant, whatever the state of things: a number that nothing has, weeks that are none. */
    public static RunRefused wrongUse(String sentence) {
        return new RunRefused(sentence, null, true);
    }

    /** Whether it is what was typed that has to change, not the state of things. */
    public boolean isWrongUse() {
        return wrongUse;
    }
}
