package fr.passerelle.schemas.bareme;

/**
 * A number, or a choice, of a barème.
 *
 * @param path keys that lead to it, joined by dots, such as {@code jeu_de_regles.indicateurs.USAGE.poids}; an item of a list by its place,
 *     from 1, such as {@code reglement.fonctionnement.1.taux}
 * @param value as written; a point of a scale is {@code value → points}
 * @param source where it comes from, in French
 */
public record Parameter(String path, String value, String source) {

    private static final String PROJECT = "choix du projet";

    /** Whether it is a choice of this project, that the region may change, and not something voted or measured. */
    public boolean isChoiceOfTheProject() {
        return source.startsWith(PROJECT);
    }
}
