package fr.passerelle.published.run;

/** What a person sees of a run while it works: one phase after another. */
public interface RunProgress {

    /** A phase begins. */
    void begin(String phase);

    /**
     * It goes on.
     *
     * @param done from 0
     * @param total known length, at least {@code done}
     */
    void advance(long done, long total);

    /** It is over. */
    void end(String summary);
}
