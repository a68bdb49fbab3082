package fr.passerelle.published.map;

import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.map.RegionMap.Layer;
import fr.passerelle.published.map.RegionMap.Town;
import fr.passerelle.published.map.RegionMap.Zone;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Draws the region. */
final class RegionDrawing {

    private static final int WIDTH = 1000;
    private static final int MARGIN = 6;
    private static final int MOST_TOWNS = 12;

    /** Pixels that a name takes up. */
    private static final int NAME_WIDTH = 130;

    private static final int NAME_HEIGHT = 42;

    private final PublishedResults published;
    private final Territory territory;
    private final PixelGrid sheet;

    RegionDrawing(PublishedResults published, Territory territory) {
        this.published = published;
        this.territory = territory;
        this.sheet = PixelGrid.of(territory.envelope(), WIDTH, MARGIN);
    }

    RegionMap drawn() {
        List<Zone> zones = territory.epcis().entrySet().stream()
                .map(land -> zone(land.getKey(), land.getValue()))
                .toList();
        return new RegionMap(sheet.width(), sheet.height(), zones, layers(), towns());
    }

    private Zone zone(String siren, Geometry land) {
        Coordinate inside = land.getInteriorPoint().getCoordinate();
        return new Zone(siren, published.epciName(siren), sheet.path(land), sheet.x(inside), sheet.y(inside));
    }

    private List<Layer> layers() {
        Map<Mark, List<String>> shapes = new EnumMap<>(Mark.class);
        PlaceLocations positions = new PlaceLocations(
                territory.projection(), published.rooms(), published.epcis().values());
        for (Plan plan : published.proposals().plans().values()) {
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

    private List<Town> towns() {
        List<Town> towns = new ArrayList<>();
        published.epcis().values().stream()
                .flatMap(epci -> epci.getCommunes().stream())
                .sorted(Comparator.comparing(Commune::getPopulation).reversed())
                .limit(10L * MOST_TOWNS)
                .map(this::town)
                .filter(town -> towns.size() < MOST_TOWNS && isClear(town, towns))
                .forEach(towns::add);
        return List.copyOf(towns);
    }

    private Town town(Commune commune) {
        Coordinate at = territory.projection().of(commune);
        return new Town(commune.getName(), sheet.x(at), sheet.y(at));
    }

    private static boolean isClear(Town town, Collection<Town> others) {
        return others.stream()
                .noneMatch(other ->
                        Math.abs(other.x() - town.x()) < NAME_WIDTH && Math.abs(other.y() - town.y()) < NAME_HEIGHT);
    }
}
