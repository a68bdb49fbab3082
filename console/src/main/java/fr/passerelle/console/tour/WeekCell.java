package fr.passerelle.console.tour;

import fr.passerelle.schemas.event.EcartSeance;
import fr.passerelle.schemas.event.JourneeAnimateur;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an animateur does on a day.
 *
 * @param journee null where nothing is held
 * @param gone sessions that were published there and then, and are held no more
 */
public record WeekCell(
        LocalDate day, @Nullable JourneeAnimateur journee, List<WeekHalt> halts, List<EcartSeance> gone) {

    /** Whether there is anything to show. */
    public boolean isEmpty() {
        return journee == null && gone.isEmpty();
    }
}
