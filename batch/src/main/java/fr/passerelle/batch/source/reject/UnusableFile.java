package fr.passerelle.batch.source.reject;

import org.jspecify.annotations.Nullable;

/** A whole file cannot be used. Its message is one French sentence for the user: which file, which line, what to do. */
public final class UnusableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence in French, without any cell of the file */
    public UnusableFile(String sentence) {
        this(sentence, null);
    }

    /**
     * @param sentence in French, without any cell of the file
     * @param cause what happened below
     */
    public UnusableFile(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
