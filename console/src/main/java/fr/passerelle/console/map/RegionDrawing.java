package fr.passerelle.console.map;

import fr.passerelle.console.map.RegionMap.Layer;
import fr.passerelle.console.map.RegionMap.Zone;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Draws the region, or some of its EPCIs. */
final class RegionDrawing {

    private static final int WIDTH = 1000;
    private static final int MARGIN = 6;

    /** The most populated, which have their names where there is room. */
    private static final int TOWNS = 30;

    /** Around the mark of an EPCI. */
    private static final int MARK = 11;

    /** As the style sheet has it, on a screen and on a telephone. */
    private static final int FONT = 18;

    private static final int LARGE_FONT = 34;

    private final PublishedResults published;
    private final Territory territory;
    private final Set<String> sirens;
    private final PixelGrid sheet;

    /** Of these EPCIs alone. */
    RegionDrawing(PublishedResults published, Territory territory, Set<String> sirens) {
        this.published = published;
        this.territory = territory;
        this.sirens = sirens;
        this.sheet = PixelGrid.of(territory.envelope(sirens), width(territory.envelope(sirens)), MARGIN);
    }

    /** What is higher than wide is as high as the others are wide: marks and letters stay as large in it. */
    private static int width(Envelope shown) {
        return (int) Math.min(WIDTH, WIDTH * shown.getWidth() / Math.max(shown.getHeight(), 1));
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
        Map<Mark, List<String>> shapes = new EnumMap<>(Mark.class);
        PlaceLocations positions = positions();
        for (Plan plan : plans()) {
            for (MarkedPlace place : MarkedPlace.of(plan)) {
                positions
                        .of(place.id(), place.insee())
                        .ifPresent(at -> shapes.computeIfAbsent(place.mark(), mark -> new ArrayList<>())
                                .add(place.mark().at(sheet.x(at), sheet.y(at))));
            }
        }
        return shapes.entrySet().stream()
                .map(layer -> new Layer(
                        layer.getKey(),
                        String.join("", layer.getValue()),
                        layer.getValue().size()))
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
        List<DayMap.Stop> stops =
                places.stream().map(place -> stop(place, spread)).toList();
        String way = stops.stream()
                .map(stop -> stop.x() + "," + stop.y())
                .collect(Collectors.joining("L", "M", stops.getFirst().number() == 0 ? "z" : ""));
        return new DayMap(drawn(), way, stops);
    }

    private DayMap.Stop stop(DayMap.Place place, Spread spread) {
        Coordinate at = territory.projection().of(place.latitude(), place.longitude());
        Spread.Spot spot = spread.take(sheet.x(at), sheet.y(at));
        return new DayMap.Stop(place.number(), place.name(), spot.x(), spot.y());
    }

    private PlaceLocations positions() {
        return new PlaceLocations(
                territory.projection(), published.rooms(), published.epcis().values());
    }

    private List<Plan> plans() {
        return published.proposals().plans().values().stream()
                .filter(plan -> sirens.contains(plan.getEpci()))
                .toList();
    }

    private List<PlaceName> towns(List<Zone> zones) {
        NameLayout layout = new NameLayout(sheet, FONT, LARGE_FONT);
        zones.forEach(zone -> layout.keepFree(zone.x(), zone.y(), MARK));
        return layout.placed(published.epcis().values().stream()
                .filter(epci -> sirens.contains(epci.getEpci()))
                .flatMap(epci -> epci.getCommunes().stream())
                .sorted(Comparator.comparing(Commune::getPopulation).reversed().thenComparing(Commune::getInsee))
                .limit(TOWNS)
                .map(this::town)
                .toList());
    }

    private NameLayout.Asked town(Commune commune) {
        Coordinate at = territory.projection().of(commune);
        return new NameLayout.Asked(commune.getName(), sheet.x(at), sheet.y(at));
    }
}
