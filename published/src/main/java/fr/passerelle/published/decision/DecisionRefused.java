package fr.passerelle.published.decision;

/** A decision that cannot be recorded: the message, in French, says why and what to do. Nothing was written. */
public final class DecisionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence French */
    public DecisionRefused(String sentence) {
        super(sentence);
    }
}
