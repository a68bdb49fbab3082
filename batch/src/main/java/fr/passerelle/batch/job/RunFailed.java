package fr.passerelle.batch.job;

/** A run that cannot go on. The message, in French, says why and what to do; the run is kept and can be restarted. */
public final class RunFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence French, with the remedy */
    public RunFailed(String sentence) {
        super(sentence);
    }
}
