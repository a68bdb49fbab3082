package fr.passerelle.rules.explanation.reevaluation;

/** Something that has to be in a trace and is not. */
final class Untold extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Untold(String what) {
        super(what + " is not told");
    }
}
