package fr.passerelle.published.run;

/** What a person sees of a run while it works: one phase after another. */
public interface RunProgress {

    /** A phase begins. */
    void begin(String phase);

    /** It goes on, from 0 to a known length that it does not pass. */
    void advance(long done, long total);

    /** It is over. */
    void end(String summary);
}
