package fr.passerelle.console.tour;

import fr.passerelle.published.session.PublishedSession;
import fr.passerelle.schemas.event.ArretJournee;
import fr.passerelle.schemas.event.EcartSeance;
import fr.passerelle.schemas.event.NatureEcartSeance;
import fr.passerelle.schemas.event.SeancePlanifiee;
import org.jspecify.annotations.Nullable;

/**
 * A halt in the cell of its day.
 *
 * @param change what it changes of what was published when the calendar was planned; null where nothing
 * @param unpublished whether nobody was told of it, though the calendar is published: for other EPCIs
 * @param since the session as people were told of it later, where it is not this any more; null where it is
 */
public record WeekHalt(
        ArretJournee arret,
        String place,
        String commune,
        SeancePlanifiee seance,
        @Nullable EcartSeance change,
        boolean unpublished,
        @Nullable PublishedSession since) {

    /** Whether people knew of it otherwise. */
    public boolean isMoved() {
        return change != null && change.getNature() != NatureEcartSeance.AJOUTEE;
    }
}
