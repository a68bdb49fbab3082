package fr.passerelle.batch.room;

import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * What rooms and sites have in common: a commune, and the EPCI that holds it.
 *
 * @param insee INSEE code of its commune
 * @param epci SIREN of its EPCI, or SANS-EPCI
 * @param at the same place under the code that its commune has today, and its EPCI
 */
record PlaceType<T extends SpecificRecord>(
        Class<T> type, Function<T, String> insee, Function<T, String> epci, At<T> at) {

    /** Rooms. */
    static final PlaceType<RoomInventoried> ROOM = new PlaceType<>(
            RoomInventoried.class,
            RoomInventoried::getInsee,
            RoomInventoried::getEpci,
            (room, insee, epci) -> RoomInventoried.newBuilder(room)
                    .setInsee(insee)
                    .setEpci(epci)
                    .build());

    /** Sites. */
    static final PlaceType<SiteDescribed> SITE = new PlaceType<>(
            SiteDescribed.class,
            SiteDescribed::getInsee,
            SiteDescribed::getEpci,
            (site, insee, epci) ->
                    SiteDescribed.newBuilder(site).setInsee(insee).setEpci(epci).build());

    /** A place where its commune is now. */
    interface At<T> {
        T of(T place, String insee, String epci);
    }

    /** As the state has it. */
    T read(StoredPlace place, PayloadReader payloads) {
        return payloads.read(place.payload(), place.fingerprint(), type);
    }

    /** Its bytes as they would be written today. */
    byte[] today(StoredPlace place, PayloadReader payloads) {
        return payloads.today(place.payload(), place.fingerprint(), type);
    }
}
