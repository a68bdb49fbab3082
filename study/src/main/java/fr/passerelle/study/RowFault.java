package fr.passerelle.study;

/** A row that says something that cannot be, though each of its cells is right: a French sentence, without file or line. */
public final class RowFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence French, with the remedy */
    public RowFault(String sentence) {
        super(sentence);
    }
}
