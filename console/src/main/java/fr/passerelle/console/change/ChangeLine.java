package fr.passerelle.console.change;

import fr.passerelle.console.page.French;
import fr.passerelle.console.page.Paths;
import fr.passerelle.console.reading.Published;
import fr.passerelle.rules.explanation.text.DifferenceWords;
import fr.passerelle.schemas.event.Changement;

/**
 * A proposal that changed, in words.
 *
 * @param name of the room or EPCI
 * @param path of its page
 * @param epci name of the EPCI concerned
 * @param nature « modifiée »
 * @param values what differs; empty where it came or went
 * @param why the most decisive cause; empty where it came or went
 */
public record ChangeLine(String name, String path, String epci, String nature, String values, String why) {

    private static final String PLAN = "PLAN";

    /** One, named after what is published. */
    public static ChangeLine of(Changement change, Published published, French french) {
        DifferenceWords words = new DifferenceWords(new Names(published, french));
        boolean plan = change.getType().equals(PLAN);
        return new ChangeLine(
                plan ? published.epciName(change.getId()) : published.roomName(change.getId()),
                plan ? Paths.epci(change.getId()) : Paths.room(change.getId()),
                published.epciName(change.getEpci()),
                DifferenceWords.nature(change.getNature()),
                words.values(change),
                words.causes(change));
    }
}
