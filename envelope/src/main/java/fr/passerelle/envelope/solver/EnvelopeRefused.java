package fr.passerelle.envelope.solver;

/** A question that has no answer at all; its message is a French sentence that says why. */
public final class EnvelopeRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EnvelopeRefused(String sentence) {
        super(sentence);
    }
}
