package fr.passerelle.cli.proposal;

/** How far a guess can be trusted, in words for the user. */
public enum Confidence {
    /** The name says it, and the cells do not speak against it. */
    SURE("sûr", 4),
    /** A part of the name says it, and the cells do not speak against it. */
    LIKELY("probable", 2),
    /** Something speaks against it, or little for it. */
    DOUBTFUL("à vérifier", 1);

    private final String french;
    private final int weight;

    Confidence(String french, int weight) {
        this.french = french;
        this.weight = weight;
    }

    /** How much a guess of it says, compared to others. */
    int weight() {
        return weight;
    }

    /** The word for the user. */
    public String french() {
        return french;
    }
}
