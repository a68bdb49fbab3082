package fr.passerelle.cli.proposal;

/**
 * What a column of the file is taken for.
 *
 * @param target column of the table, or key of the mapping, that it goes to
 * @param place of the column in the file, from 0
 * @param reason why, in French, without its full stop; it quotes no cell
 */
record Guess(String target, int place, Confidence confidence, String reason) {

    /** A comment that ends a line of a mapping. */
    String comment() {
        return "  # " + confidence.french() + " : " + reason;
    }

    /** How much it says about the table. */
    int weight() {
        return confidence.weight();
    }

    /** Whether it can be trusted further than another. */
    boolean isSurerThan(Guess other) {
        return confidence.compareTo(other.confidence) < 0;
    }

    /** The same column, taken for something else. */
    Guess as(String other) {
        return new Guess(other, place, confidence, reason);
    }
}
