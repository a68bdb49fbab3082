package fr.passerelle.console.map;

import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.event.RoomInventoried;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Where places are: at their own coordinates where somebody gave them, else at the centroid of their commune. */
final class PlaceLocations {

    private final Plane plane;
    private final Map<String, RoomInventoried> rooms;
    private final Map<String, Coordinate> communes = new HashMap<>();
    private final Map<String, Coordinate> publicPlaces = new HashMap<>();

    PlaceLocations(Plane plane, Map<String, RoomInventoried> rooms, Collection<EpciDescribed> epcis) {
        this.plane = plane;
        this.rooms = rooms;
        epcis.forEach(this::add);
    }

    private void add(EpciDescribed epci) {
        for (Commune commune : epci.getCommunes()) {
            communes.put(commune.getInsee(), plane.of(commune));
        }
        for (PublicPlace place : epci.getPublicPlaces()) {
            publicPlaces.put(place.getId(), plane.of(place.getLatitude(), place.getLongitude()));
        }
    }

    /** Of a place in a commune; empty where neither is known. */
    Optional<Coordinate> of(@Nullable String id, String insee) {
        return ownOf(id).or(() -> Optional.ofNullable(communes.get(insee)));
    }

    private Optional<Coordinate> ownOf(@Nullable String id) {
        if (id == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(rooms.get(id))
                .flatMap(this::located)
                .or(() -> Optional.ofNullable(publicPlaces.get(id)));
    }

    private Optional<Coordinate> located(RoomInventoried room) {
        Double latitude = room.getLatitude();
        Double longitude = room.getLongitude();
        return latitude == null || longitude == null ? Optional.empty() : Optional.of(plane.of(latitude, longitude));
    }
}
