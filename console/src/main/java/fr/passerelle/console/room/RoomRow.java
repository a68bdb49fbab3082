package fr.passerelle.console.room;

import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.FrequentationState;
import org.jspecify.annotations.Nullable;

/**
 * A room in the list.
 *
 * @param siren its EPCI, or SANS-EPCI
 * @param proposal what is proposed for it
 * @param candidature where it stands; null for a room that is never converted
 * @param state whether it is scored; null where no score was ever published
 * @param low bound of the score, 0 to 100; null without
 * @param presences over the last twelve months
 */
record RoomRow(
        String id,
        String name,
        String commune,
        String siren,
        String epci,
        boolean planned,
        Departement departement,
        Proposal proposal,
        @Nullable Candidature candidature,
        String candidatureWord,
        @Nullable FrequentationState state,
        @Nullable Integer score,
        @Nullable Integer low,
        @Nullable Integer high,
        @Nullable Integer monthsObserved,
        @Nullable Integer monthsOpen,
        @Nullable Long presences) {

    /** Whether its score has bounds that are not the score itself. */
    public boolean isUnsure() {
        return low != null && !low.equals(high);
    }
}
