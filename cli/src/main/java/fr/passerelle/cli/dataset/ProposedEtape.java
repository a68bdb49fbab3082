package fr.passerelle.cli.dataset;

import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.event.RoomInventoried;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An étape de médiation nomade that is proposed.
 *
 * @param conversion the proposal for the room that it takes the place of
 * @param place the public place that hosts it; null where it is no such place
 * @param point where it is held; null where unknown
 */
record ProposedEtape(
        Conversion conversion,
        Host host,
        @Nullable PublicPlace place,
        @Nullable Point point) {

    /** Those of a run, by room. */
    static List<ProposedEtape> of(DatasetSource situation) {
        return situation.proposals().conversions().values().stream()
                .flatMap(conversion -> of(conversion, situation.known()))
                .toList();
    }

    private static Stream<ProposedEtape> of(Conversion conversion, LogInventory known) {
        Host host = conversion.getHost();
        if (host == null) {
            return Stream.empty();
        }
        PublicPlace place =
                host.getId() == null ? null : known.place(host.getId()).orElse(null);
        return Stream.of(new ProposedEtape(conversion, host, place, point(host, place, known)));
    }

    /** The address of its host, where that is a room; no other is known. */
    @Nullable
    String address(LogInventory known) {
        return host.getId() == null
                ? null
                : known.room(host.getId()).map(RoomInventoried::getAddress).orElse(null);
    }

    private static @Nullable Point point(Host host, @Nullable PublicPlace place, LogInventory known) {
        if (place != null) {
            return new Point(place.getLatitude(), place.getLongitude(), true);
        }
        return host.getId() == null
                ? known.centre(host.getInsee())
                : known.room(host.getId()).map(known::where).orElseGet(() -> known.centre(host.getInsee()));
    }
}
