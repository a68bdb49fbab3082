package fr.passerelle.envelope.implantation;

import fr.passerelle.rules.conversion.Communes;
import fr.passerelle.rules.conversion.PublicPlaces;
import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.conversion.SharedHosts;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.event.RoomInventoried;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The possible hosts of an EPCI, each once, by its subject. */
final class StopHosts {

    private final Map<String, StopHost> bySubject = new HashMap<>();
    private final EpciDescribed epci;
    private final int capacity;

    StopHosts(EpciDescribed epci, int capacity) {
        this.epci = epci;
        this.capacity = capacity;
    }

    /** The hosts of today's rule, wherever they are; a host is pinned where one of its rooms was notified as an étape. */
    void addStops(Collection<Conversion> conversions, Set<String> notified) {
        conversions.stream().filter(etape -> etape.getHost() != null).forEach(etape -> {
            Host host = etape.getHost();
            boolean pinned = notified.contains(etape.getRoomId());
            bySubject.merge(
                    SharedHosts.ofHost(host),
                    host(host.getInsee(), host.getId(), host.getName(), pinned, true),
                    (known, next) -> known.pinned() ? known : next);
        });
    }

    /** The rooms of the region that may stay open, in a commune of the EPCI. */
    void addRooms(Stream<ScoredRoom> rooms) {
        rooms.filter(scored -> scored.convertible() && scored.mayStayOpen())
                .map(ScoredRoom::room)
                .forEach(room -> add(Steps.room(room.getRoomId()), of(room)));
    }

    /** Its public places, in a commune of the EPCI. */
    void addPlaces() {
        PublicPlaces.hosts(epci).forEach(place -> add(Steps.place(place.getId()), of(place)));
    }

    private void add(String subject, StopHost host) {
        if (Communes.name(epci, host.insee()) != null) {
            bySubject.putIfAbsent(subject, host);
        }
    }

    private StopHost of(RoomInventoried room) {
        return host(room.getInsee(), room.getRoomId(), room.getName(), false, false);
    }

    private StopHost of(PublicPlace place) {
        return host(place.getInsee(), place.getId(), place.getName(), false, false);
    }

    private StopHost host(String insee, @Nullable String id, String name, boolean pinned, boolean byRule) {
        String commune = Objects.requireNonNullElse(Communes.name(epci, insee), insee);
        return new StopHost(insee, commune, id, name, pinned, byRule, capacity);
    }

    /** All of them, in the stable order. */
    List<StopHost> inOrder() {
        return bySubject.values().stream().sorted(StopHost.ORDER).toList();
    }

    /** How many today's rule has. */
    int byRule() {
        return (int) bySubject.values().stream().filter(StopHost::byRule).count();
    }
}
