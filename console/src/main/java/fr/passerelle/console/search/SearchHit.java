package fr.passerelle.console.search;

/**
 * A thing that a search finds.
 *
 * @param name as people call it
 * @param within where it is; empty for an EPCI
 * @param path of its page
 */
public record SearchHit(Kind kind, String name, String within, String path) {

    /** What it is, in the order in which equals are told. */
    public enum Kind {
        EPCI,
        COMMUNE,
        SALLE,
        SITE
    }
}
