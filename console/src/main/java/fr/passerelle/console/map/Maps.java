package fr.passerelle.console.map;

import fr.passerelle.console.map.EpciMap.Link;
import fr.passerelle.console.map.EpciMap.Place;
import fr.passerelle.console.map.Mark.MarkedPlace;
import fr.passerelle.console.map.PixelGrid.NameLayout;
import fr.passerelle.console.map.PixelGrid.PlaceName;
import fr.passerelle.console.map.PixelGrid.Spread;
import fr.passerelle.console.map.RegionMap.DayMap;
import fr.passerelle.console.map.RegionMap.Layer;
import fr.passerelle.console.map.RegionMap.MediationMap;
import fr.passerelle.console.map.RegionMap.MediationMap.MediationDrawing;
import fr.passerelle.console.map.RegionMap.Zone;
import fr.passerelle.console.map.Territory.Plane;
import fr.passerelle.console.reading.RunCache;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.event.RoomInventoried;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** The maps of what is published; the land is cut into cells once a run. */
@Component
public class Maps {

    private final RunCache<Territory> territory =
            new RunCache<>(published -> Territory.of(published.epcis().values()));
    private final RunCache<RegionMap> region =
            new RunCache<>(published -> area(published, published.epcis().keySet()));

    public RegionMap region(PublishedResults published) {
        return region.of(published);
    }

    /** The region's points of mediation, today and as proposed. */
    public MediationMap mediation(PublishedResults published) {
        return drawing(published, published.epcis().keySet()).mediation();
    }

    /** These EPCIs alone, by SIREN, as large as the region. */
    public RegionMap area(PublishedResults published, Set<String> sirens) {
        return drawing(published, sirens).drawn();
    }

    /** A day of somebody who goes from place to place, one at least, in their order. */
    public DayMap day(PublishedResults published, Set<String> sirens, List<DayMap.Place> places) {
        return drawing(published, sirens).day(places);
    }

    private RegionDrawing drawing(PublishedResults published, Set<String> sirens) {
        return RegionDrawing.of(published, territory.of(published), sirens);
    }

    /** One EPCI, with its places and the hosts of its étapes. */
    public EpciMap epci(PublishedResults published, Plan plan) {
        return EpciDrawing.of(published, territory.of(published), plan).drawn();
    }

    record EpciDrawing(
            PublishedResults published, Territory territory, Plan plan, PlaceLocations positions, PixelGrid sheet) {

        private static final int WIDTH = 760;
        private static final int MARGIN = 26;

        /** Pixels between two places from which a line between them can be seen. */
        private static final int APART = 14;

        /** Of a numbered host on a telephone, with its stroke. */
        private static final int DISC = 17;

        /** As the style sheet has it, on a screen and on a telephone. */
        private static final int FONT = 15;

        private static final int LARGE_FONT = 26;

        static EpciDrawing of(PublishedResults published, Territory territory, Plan plan) {
            EpciDescribed told = published.epcis().get(plan.getEpci());
            List<EpciDescribed> epci = told == null ? List.of() : List.of(told);
            return new EpciDrawing(
                    published,
                    territory,
                    plan,
                    new PlaceLocations(territory.projection(), published.rooms(), epci),
                    PixelGrid.of(territory.envelope(List.of(plan.getEpci())), WIDTH, MARGIN));
        }

        EpciMap drawn() {
            String siren = plan.getEpci();
            List<Conversion> conversions = published.proposals().conversions().values().stream()
                    .filter(conversion -> conversion.getEpci().equals(siren))
                    .toList();
            List<EpciMap.Host> hosts = hosts(conversions);
            String communes = published.communes(siren).stream()
                    .map(commune -> path(territory.communes(), commune.getInsee()))
                    .collect(Collectors.joining());
            return new EpciMap(
                    sheet.width(),
                    sheet.height(),
                    communes,
                    path(territory.epcis(), siren),
                    path(territory.beyond(), siren),
                    conversions.stream().flatMap(this::link).toList(),
                    hosts,
                    places(),
                    names(hosts));
        }

        private String path(Map<String, Geometry> lands, String code) {
            return sheet.path(lands.getOrDefault(code, Territory.NOWHERE));
        }

        private List<EpciMap.Host> hosts(List<Conversion> conversions) {
            List<EpciMap.Host> drawn = new ArrayList<>();
            Spread spread = new Spread();
            new HostNumbers(conversions)
                    .all()
                    .forEach((number, host) -> positions
                            .of(host.getId(), host.getInsee())
                            .map(at -> spread.take(sheet.x(at), sheet.y(at)))
                            .ifPresent(at -> drawn.add(new EpciMap.Host(number, host.getName(), at.x(), at.y()))));
            return drawn;
        }

        private List<Place> places() {
            return MarkedPlace.of(plan).stream()
                    .flatMap(place -> positions
                            .of(place.id(), place.insee())
                            .map(at -> new Place(
                                    place.mark(), place.name(), place.mark().at(sheet.x(at), sheet.y(at))))
                            .stream())
                    .toList();
        }

        private Stream<Link> link(Conversion conversion) {
            Optional<Coordinate> from = plan.getRooms().stream()
                    .filter(room -> room.getRoomId().equals(conversion.getRoomId()))
                    .findFirst()
                    .flatMap(room -> positions.of(room.getRoomId(), room.getInsee()));
            return Stream.ofNullable(conversion.getHost())
                    .flatMap(host -> positions.of(host.getId(), host.getInsee()).stream())
                    .flatMap(
                            to -> from.stream().map(at -> new Link(sheet.x(at), sheet.y(at), sheet.x(to), sheet.y(to))))
                    .filter(link -> Math.hypot(link.x1() - link.x2(), link.y1() - link.y2()) > APART);
        }

        /** Of the communes where something is, in the order of the plan. */
        private List<PlaceName> names(List<EpciMap.Host> hosts) {
            Map<String, Commune> byInsee = published.communes(plan.getEpci()).stream()
                    .collect(Collectors.toMap(Commune::getInsee, commune -> commune, (one, other) -> one));
            NameLayout layout = new NameLayout(sheet, FONT, LARGE_FONT);
            hosts.forEach(host -> layout.keepFree(host.x(), host.y(), DISC));
            return layout.placed(MarkedPlace.of(plan).stream()
                    .map(MarkedPlace::insee)
                    .distinct()
                    .flatMap(insee -> Optional.ofNullable(byInsee.get(insee)).stream())
                    .map(commune -> asked(commune, territory, sheet))
                    .toList());
        }
    }

    private static NameLayout.Asked asked(Commune commune, Territory territory, PixelGrid sheet) {
        Coordinate at = territory.projection().of(commune);
        return new NameLayout.Asked(commune.getName(), sheet.x(at), sheet.y(at));
    }

    record RegionDrawing(PublishedResults published, Territory territory, Set<String> sirens, PixelGrid sheet) {

        private static final int WIDTH = 1000;
        private static final int MARGIN = 6;

        /** The most populated, which have their names where there is room. */
        private static final int TOWNS = 30;

        /** Around the mark of an EPCI. */
        private static final int MARK = 11;

        /** As the style sheet has it, on a screen and on a telephone. */
        private static final int FONT = 18;

        private static final int LARGE_FONT = 34;

        /** What is higher than wide is as high as the others are wide: marks and letters stay as large in it. */
        static RegionDrawing of(PublishedResults published, Territory territory, Set<String> sirens) {
            Envelope shown = territory.envelope(sirens);
            int width = (int) Math.min(WIDTH, WIDTH * shown.getWidth() / Math.max(shown.getHeight(), 1));
            return new RegionDrawing(published, territory, sirens, PixelGrid.of(shown, width, MARGIN));
        }

        RegionMap drawn() {
            List<Zone> zones = territory.epcis().entrySet().stream()
                    .filter(land -> sirens.contains(land.getKey()))
                    .map(land -> zone(land.getKey(), land.getValue()))
                    .toList();
            String beyond = territory.beyond().entrySet().stream()
                    .filter(land -> sirens.contains(land.getKey()))
                    .map(land -> sheet.path(land.getValue()))
                    .collect(Collectors.joining());
            return new RegionMap(sheet.width(), sheet.height(), zones, beyond, layers(), towns(zones));
        }

        private Zone zone(String siren, Geometry land) {
            Coordinate inside = land.getInteriorPoint().getCoordinate();
            return new Zone(siren, published.epciName(siren), sheet.path(land), sheet.x(inside), sheet.y(inside));
        }

        private List<Layer> layers() {
            Map<Mark, List<Coordinate>> places = new EnumMap<>(Mark.class);
            PlaceLocations positions = positions();
            published.proposals().plans().values().stream()
                    .filter(plan -> sirens.contains(plan.getEpci()))
                    .flatMap(plan -> MarkedPlace.of(plan).stream())
                    .forEach(place -> positions
                            .of(place.id(), place.insee())
                            .ifPresent(at -> places.computeIfAbsent(place.mark(), mark -> new ArrayList<>())
                                    .add(at)));
            return places.entrySet().stream()
                    .map(layer -> Layer.of(layer.getKey(), layer.getValue(), sheet))
                    .toList()
                    .reversed();
        }

        /** The same, with its points of mediation. */
        MediationMap mediation() {
            return new MediationDrawing(published, positions(), sheet).over(drawn());
        }

        /** The same, with the halts of a day in their order; back to where it begins, where that is known. */
        DayMap day(List<DayMap.Place> places) {
            Spread spread = new Spread();
            List<EpciMap.Host> stops =
                    places.stream().map(place -> stop(place, spread)).toList();
            String way = stops.stream()
                    .map(stop -> stop.x() + "," + stop.y())
                    .collect(Collectors.joining("L", "M", stops.getFirst().number() == 0 ? "z" : ""));
            return new DayMap(drawn(), way, stops);
        }

        private EpciMap.Host stop(DayMap.Place place, Spread spread) {
            Coordinate at = territory.projection().of(place.latitude(), place.longitude());
            Spread.Spot spot = spread.take(sheet.x(at), sheet.y(at));
            return new EpciMap.Host(place.number(), place.name(), spot.x(), spot.y());
        }

        private PlaceLocations positions() {
            return new PlaceLocations(
                    territory.projection(), published.rooms(), published.epcis().values());
        }

        private List<PlaceName> towns(List<Zone> zones) {
            NameLayout layout = new NameLayout(sheet, FONT, LARGE_FONT);
            zones.forEach(zone -> layout.keepFree(zone.x(), zone.y(), MARK));
            return layout.placed(published.epcis().values().stream()
                    .filter(epci -> sirens.contains(epci.getEpci()))
                    .flatMap(epci -> epci.getCommunes().stream())
                    .sorted(Comparator.comparing(Commune::getPopulation)
                            .reversed()
                            .thenComparing(Commune::getInsee))
                    .limit(TOWNS)
                    .map(commune -> asked(commune, territory, sheet))
                    .toList());
        }
    }

    /** Where places are: at their own coordinates where somebody gave them, else at the centroid of their commune. */
    static final class PlaceLocations {

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
            return Optional.ofNullable(id).flatMap(this::ownOf).or(() -> Optional.ofNullable(communes.get(insee)));
        }

        private Optional<Coordinate> ownOf(String id) {
            RoomInventoried room = rooms.get(id);
            return room == null || room.getLatitude() == null || room.getLongitude() == null
                    ? Optional.ofNullable(publicPlaces.get(id))
                    : Optional.of(plane.of(room.getLatitude(), room.getLongitude()));
        }
    }

    /** The hosts of the étapes of an EPCI, numbered from 1 as its étapes come, by room: a table and a map show the same numbers. */
    public static final class HostNumbers {

        private final Map<String, Integer> numbers = new LinkedHashMap<>();
        private final Map<Integer, Host> hosts = new LinkedHashMap<>();

        /** Those that the rooms of an EPCI are proposed to become étapes of. */
        public HostNumbers(Collection<Conversion> conversions) {
            conversions.stream()
                    .map(Conversion::getHost)
                    .filter(Objects::nonNull)
                    .forEach(host ->
                            hosts.putIfAbsent(numbers.computeIfAbsent(key(host), key -> numbers.size() + 1), host));
        }

        /** The number of a host; it throws where that hosts no étape of the EPCI. */
        public int of(Host host) {
            return Objects.requireNonNull(numbers.get(key(host)));
        }

        Map<Integer, Host> all() {
            return hosts;
        }

        /** What is the same for those that share it: its identifier, or its commune while that has still to be asked. */
        static String key(Host host) {
            return host.getId() == null ? "commune:" + host.getInsee() : host.getId();
        }
    }
}
