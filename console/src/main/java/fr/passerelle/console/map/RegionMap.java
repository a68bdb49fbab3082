package fr.passerelle.console.map;

import fr.passerelle.console.map.Maps.HostNumbers;
import fr.passerelle.console.map.Maps.PlaceLocations;
import fr.passerelle.console.map.PixelGrid.PlaceName;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.frequentation.RoomOpening;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.RoomInventoried;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * The region, in whole pixels from its top left corner: EPCIs by SIREN, and the most populated communes that have room for their names.
 *
 * @param beyond what EPCIs hold outside of the region, as the d of an SVG path; empty where they hold nothing there
 * @param layers places by what is proposed there, the least decided first, so that what is decided is drawn over it
 */
public record RegionMap(
        int width, int height, List<Zone> zones, String beyond, List<Layer> layers, List<PlaceName> towns) {

    /** The layers as a legend tells them: the most decided first. */
    public List<Layer> legend() {
        return layers.reversed();
    }

    /** An EPCI, with its outline as the d of an SVG path. */
    public record Zone(String siren, String name, String path, int x, int y) {}

    /** Some places with one mark, and how many they are; their shapes are the d of an SVG path. */
    public record Layer(Mark mark, String path, int count) {

        static Layer of(Mark mark, Collection<Coordinate> places, PixelGrid sheet) {
            return new Layer(
                    mark,
                    places.stream().map(at -> mark.at(sheet.x(at), sheet.y(at))).collect(Collectors.joining()),
                    places.size());
        }
    }

    /** The halts of a day over its EPCIs, and straight lines from halt to halt and back, as the d of an SVG path. */
    public record DayMap(RegionMap land, String way, List<EpciMap.Host> stops) {

        /** Somewhere to be drawn, in WGS 84 degrees; numbered from 1 in the order of the day, 0 where it begins and ends. */
        public record Place(int number, String name, double latitude, double longitude) {}
    }

    /**
     * Points of mediation, today and as proposed, over the same land, each in one layer: rooms open today; seats, hosts that are no seat, rooms of
     * communes that stay open and are neither. The mark of each layer is how it is drawn, not what its rooms are.
     */
    public record MediationMap(RegionMap land, Layer open, Layer seats, Layer hosts, Layer kept) {

        public int proposed() {
            return seats.count() + hosts.count() + kept.count();
        }

        /** Draws where somebody helps with the digital, as RULES 4.7 counts it: the rooms open today; then seats, hosts and rooms that stay. */
        record MediationDrawing(PublishedResults published, PlaceLocations positions, PixelGrid sheet) {

            MediationMap over(RegionMap land) {
                Map<String, Coordinate> open = located(rooms().filter(room -> RoomOpening.isOpen(room.getState())));
                Map<String, Coordinate> seats = new LinkedHashMap<>();
                Map<String, Coordinate> hosts = new LinkedHashMap<>();
                Map<String, Coordinate> kept = located(rooms().filter(this::remains));
                plans().stream()
                        .map(Plan::getSiege)
                        .flatMap(Stream::ofNullable)
                        .forEach(seat -> add(seats, seat.getId(), seat.getId(), seat.getInsee()));
                rooms().flatMap(this::host)
                        .forEach(host -> add(hosts, HostNumbers.key(host), host.getId(), host.getInsee()));
                hosts.keySet().removeAll(seats.keySet());
                kept.keySet().removeAll(seats.keySet());
                kept.keySet().removeAll(hosts.keySet());
                return new MediationMap(
                        land,
                        Layer.of(Mark.ETAPE_NOMADE, open.values(), sheet),
                        Layer.of(Mark.TIERS_LIEU, seats.values(), sheet),
                        Layer.of(Mark.ETAPE_NOMADE, hosts.values(), sheet),
                        Layer.of(Mark.ETAPE_NOMADE, kept.values(), sheet));
            }

            private Collection<Plan> plans() {
                return published.proposals().plans().values();
            }

            private Stream<PlanRoom> rooms() {
                return plans().stream().flatMap(plan -> plan.getRooms().stream());
            }

            private boolean remains(PlanRoom room) {
                RoomInventoried known = published.rooms().get(room.getRoomId());
                return RoomOpening.remains(
                        room.getGestion(), room.getState(), known == null ? null : known.getClosed());
            }

            private Stream<Host> host(PlanRoom room) {
                return Optional.ofNullable(published.proposals().conversions().get(room.getRoomId()))
                        .map(Conversion::getHost)
                        .stream();
            }

            private Map<String, Coordinate> located(Stream<PlanRoom> rooms) {
                Map<String, Coordinate> places = new LinkedHashMap<>();
                rooms.forEach(room -> add(places, room.getRoomId(), room.getRoomId(), room.getInsee()));
                return places;
            }

            private void add(Map<String, Coordinate> places, String key, @Nullable String id, String insee) {
                positions.of(id, insee).ifPresent(at -> places.put(key, at));
            }
        }
    }
}
