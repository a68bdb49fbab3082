package fr.passerelle.schemas.bareme;

import java.time.LocalDate;

/**
 * A versioned rule set: règlement d'intervention (aid) and jeu de règles (scores). Immutable; its hash is that of its text.
 *
 * @param id identifier, such as {@code 2017-05}
 * @param inForce day from which the region applies it
 * @param text the YAML text as read
 * @param sha256 SHA-256 of the text's UTF-8 bytes, lower-case hexadecimal
 */
public record Bareme(
        String id,
        String title,
        LocalDate inForce,
        Nature nature,
        String text,
        String sha256,
        JeuDeRegles jeuDeRegles,
        Reglement reglement,
        Programmation programmation,
        Tournees tournees) {

    /** Whether a barème stands for what was voted, or only shows what another one would give: what follows from it is then no proposal. */
    public enum Nature {
        VOTE,
        ILLUSTRATION
    }

    /** Whether what follows from it is only an exercise. */
    public boolean isIllustration() {
        return nature == Nature.ILLUSTRATION;
    }

    /** What if its rules of score were these: it keeps the identity and the text of this one, and so what follows is never published. */
    public Bareme supposing(JeuDeRegles rules) {
        return new Bareme(id, title, inForce, nature, text, sha256, rules, reglement, programmation, tournees);
    }
}
