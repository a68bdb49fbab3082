package fr.passerelle.sheets.explanation;

import fr.passerelle.schemas.event.Contrefactuel;
import java.util.List;

/**
 * A smallest change that alters a conclusion of a plan, in words.
 *
 * @param condition what would have to be: « C recevait 120 présences de plus en douze mois »
 * @param before where the place stands
 * @param after where it would stand
 * @param altersTheSeat whether the seat proposed, or the choice left to the EPCI, would be another; else only where the place stands
 */
public record ToldChange(String condition, String before, String after, boolean altersTheSeat) {

    /** Those of a plan, in its order. */
    public static List<ToldChange> of(Dossier dossier) {
        ChangeWords words = new ChangeWords(dossier, Naming.of(dossier.plan()));
        return dossier.plan().getContrefactuels().stream()
                .map(change -> of(change, words))
                .toList();
    }

    private static ToldChange of(Contrefactuel change, ChangeWords words) {
        return new ToldChange(
                words.condition(change), words.before(change), words.after(change), ChangePart.altersTheSeat(change));
    }
}
