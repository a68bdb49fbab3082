package fr.passerelle.published.run;

import org.jspecify.annotations.Nullable;

/** A command that is refused before anything is written: the message, in French, says why and what to do. */
public final class RunRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence French, with the remedy */
    public RunRefused(String sentence) {
        this(sentence, null);
    }

    /** @param sentence French, with the remedy */
    public RunRefused(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
