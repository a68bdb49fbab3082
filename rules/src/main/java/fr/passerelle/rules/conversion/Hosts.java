package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.event.RoomInventoried;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

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
                .map(this::publicPlace)
                .orElseGet(() -> host(HostKind.SALLE_COMMUNALE, null, COMMUNAL_HALL, room.getInsee()));
    }

    private Host itself(RoomInventoried room) {
        return host(HostKind.SALLE, room.getRoomId(), room.getName(), room.getInsee());
    }

    private Host publicPlace(PublicPlace place) {
        return host(HostKind.LIEU_PUBLIC, place.getId(), place.getName(), place.getInsee());
    }

    private Host host(HostKind kind, @Nullable String id, String name, String insee) {
        return Host.newBuilder()
                .setKind(kind)
                .setId(id)
                .setName(name)
                .setInsee(insee)
                .setCommune(Communes.name(epci, insee))
                .build();
    }
}
