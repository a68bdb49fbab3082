package fr.passerelle.sources.reject;

import fr.passerelle.schemas.person.SafeWords.Quote;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A whole file cannot be used. Its message is one French sentence for the user: which file, which line, what to do. */
public final class UnusableFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    /** @param sentence in French, without any cell of the file; of its words and names only a {@link Quote} */
    public UnusableFile(String sentence) {
        this(sentence, null);
    }

    /** The same, with what happened below. */
    public UnusableFile(String sentence, @Nullable Throwable cause) {
        super(Quote.masked(sentence), cause);
        this.sentence = sentence;
    }

    /** Its message for whoever has the file, to be kept nowhere. */
    public String shown() {
        return Quote.shown(sentence);
    }

    /** The same where only these words are known to whoever reads it, such as the names of files that he typed. */
    public String shown(Set<String> typed) {
        return Quote.shown(sentence, typed);
    }
}
