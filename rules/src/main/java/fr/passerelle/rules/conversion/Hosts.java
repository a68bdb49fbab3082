package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.event.RoomInventoried;
import java.util.Comparator;

/** Who hosts the nomadic sessions of a room (RULES 4.5): the room, else a public place of its commune, else a hall to ask the maire for. */
record Hosts(EpciDescribed epci) {

    private static final String COMMUNAL_HALL = "salle communale, accord du maire à demander";

    /** The longest open first, since a session fits its hours best; unknown hours last. */
    private static final Comparator<PublicPlace> LONGEST_OPEN = Comparator.comparing(
                    PublicPlace::getWeeklyHoursHundredths, Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed()
            .thenComparing(PublicPlace::getId);

    Host of(ScoredRoom scored) {
        return scored.mayStayOpen() ? itself(scored.room()) : elsewhere(scored.room());
    }

    private Host elsewhere(RoomInventoried room) {
        return epci.getPublicPlaces().stream()
                .filter(place -> place.getInsee().equals(room.getInsee()))
                .min(LONGEST_OPEN)
                .map(Hosts::publicPlace)
                .orElseGet(() -> new Host(HostKind.SALLE_COMMUNALE, null, COMMUNAL_HALL, room.getInsee()));
    }

    private static Host itself(RoomInventoried room) {
        return new Host(HostKind.SALLE, room.getRoomId(), room.getName(), room.getInsee());
    }

    private static Host publicPlace(PublicPlace place) {
        return new Host(HostKind.LIEU_PUBLIC, place.getId(), place.getName(), place.getInsee());
    }
}
