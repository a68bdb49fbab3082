package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.Roads.TourPoint;
import fr.passerelle.rules.conversion.SharedHosts;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.RoomInventoried;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where places are: rooms and public places where they say it, else the middle of their commune. */
public final class HostPoints {

    private final Map<String, TourPoint> places = new HashMap<>();
    private final Map<String, TourPoint> communes = new HashMap<>();

    /** The places of the region, with all its EPCIs: a host may be in the EPCI next door. */
    public HostPoints(Collection<EpciDescribed> epcis, Collection<RoomInventoried> rooms) {
        epcis.forEach(epci -> {
            epci.getCommunes()
                    .forEach(commune -> communes.put(
                            commune.getInsee(),
                            new TourPoint(
                                    commune.getInsee(),
                                    commune.getInsee(),
                                    commune.getLatitude(),
                                    commune.getLongitude())));
            epci.getPublicPlaces()
                    .forEach(place -> add(
                            Steps.place(place.getId()), place.getInsee(), place.getLatitude(), place.getLongitude()));
        });
        rooms.forEach(
                room -> add(Steps.room(room.getRoomId()), room.getInsee(), room.getLatitude(), room.getLongitude()));
    }

    /** Where a host is: it or its commune has to be known. */
    TourPoint of(Host host) {
        String subject = SharedHosts.ofHost(host);
        TourPoint place = places.get(subject);
        return place != null
                ? place
                : middle(subject, host.getInsee())
                        .orElseThrow(() -> new IllegalArgumentException("Nobody knows where " + subject + " is"));
    }

    /** Where an animateur leaves from: the middle of a commune; empty where it is not known. */
    public Optional<TourPoint> home(String animateur, String insee) {
        return middle("home:" + animateur, insee);
    }

    private Optional<TourPoint> middle(String key, String insee) {
        return Optional.ofNullable(communes.get(insee))
                .map(commune -> new TourPoint(key, insee, commune.latitude(), commune.longitude()));
    }

    /** The middle of each commune, by its INSEE code. */
    Map<String, TourPoint> communes() {
        return communes;
    }

    private void add(String subject, String insee, @Nullable Double latitude, @Nullable Double longitude) {
        if (latitude != null && longitude != null) {
            places.put(subject, new TourPoint(subject, insee, latitude, longitude));
        }
    }
}
