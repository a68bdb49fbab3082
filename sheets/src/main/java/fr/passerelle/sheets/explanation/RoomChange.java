package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.trace.Steps;
import java.util.List;

/**
 * A single change on a room that alters a conclusion of its plan, in French.
 *
 * @param condition what would have to be: « Ham recevait 120 présences de plus en douze mois »
 * @param before where the room stands: « note 38, sous le seuil ; aucun tiers lieu proposé »
 * @param after where it would stand
 */
public record RoomChange(String condition, String before, String after) {

    /** Those of a room, by lever; empty where none that was tried alters anything. */
    public static List<RoomChange> of(Dossier dossier, String roomId) {
        ChangeWords words = new ChangeWords(dossier, Naming.of(dossier.plan()));
        return dossier.plan().getContrefactuels().stream()
                .filter(change -> change.getOn().equals(Steps.room(roomId)))
                .map(change -> new RoomChange(words.condition(change), words.before(change), words.after(change)))
                .toList();
    }
}
