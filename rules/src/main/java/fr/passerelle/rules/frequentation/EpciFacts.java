package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.SiteDescribed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the log says of an EPCI: all that the rules read, besides the barème and the month.
 *
 * @param siren its SIREN, or SANS-EPCI
 * @param epci what is known of it; null for the rooms that have none: scored, never proposed
 * @param rooms every room of its inventory, closed and autonomous ones included, in any order
 * @param sites its other places that could be the seat, in any order
 * @param decisions what was notified or deliberated, in the order of the log
 */
public record EpciFacts(
        String siren,
        @Nullable EpciDescribed epci,
        List<RoomFacts> rooms,
        List<SiteDescribed> sites,
        List<DecisionRecorded> decisions) {}
