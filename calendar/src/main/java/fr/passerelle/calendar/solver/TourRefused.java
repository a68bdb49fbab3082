package fr.passerelle.calendar.solver;

/** A question that no calendar can answer; its message is a French sentence that says why. */
public final class TourRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TourRefused(String sentence) {
        super(sentence);
    }
}
