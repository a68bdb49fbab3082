package fr.passerelle.console.plan;

import fr.passerelle.texts.ToldChange;
import java.util.List;

/**
 * Changes that alter the same thing.
 *
 * @param key siege where they would give another seat, place where only a place stands otherwise
 */
public record ChangeGroup(String key, ShortList<ToldChange> changes) {

    static List<ChangeGroup> of(List<ToldChange> changes, boolean whole) {
        return List.of(
                new ChangeGroup(
                        "siege",
                        ShortList.of(
                                changes.stream()
                                        .filter(ToldChange::altersTheSeat)
                                        .toList(),
                                whole)),
                new ChangeGroup(
                        "place",
                        ShortList.of(
                                changes.stream()
                                        .filter(change -> !change.altersTheSeat())
                                        .toList(),
                                whole)));
    }
}
