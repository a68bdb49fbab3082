package fr.passerelle.console.map;

import fr.passerelle.console.map.EpciMap.Link;
import fr.passerelle.console.map.EpciMap.Place;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Draws one EPCI. */
final class EpciDrawing {

    private static final int WIDTH = 760;
    private static final int MARGIN = 26;

    /** Pixels between two places from which a line between them can be seen. */
    private static final int APART = 14;

    /** Of a numbered host on a telephone, with its stroke. */
    private static final int DISC = 17;

    /** As the style sheet has it, on a screen and on a telephone. */
    private static final int FONT = 15;

    private static final int LARGE_FONT = 26;

    private final Plan plan;
    private final List<Conversion> conversions;
    private final Territory territory;
    private final List<Commune> communes;
    private final PlaceLocations positions;
    private final Geometry land;
    private final PixelGrid sheet;

    EpciDrawing(PublishedResults published, Territory territory, Plan plan) {
        this.plan = plan;
        this.conversions = published.proposals().conversions().values().stream()
                .filter(conversion -> conversion.getEpci().equals(plan.getEpci()))
                .toList();
        this.territory = territory;
        EpciDescribed epci = published.epcis().get(plan.getEpci());
        this.communes = published.communes(plan.getEpci());
        this.positions =
                new PlaceLocations(territory.projection(), published.rooms(), epci == null ? List.of() : List.of(epci));
        this.land = territory.epcis().getOrDefault(plan.getEpci(), Territory.NOWHERE);
        this.sheet = PixelGrid.of(territory.envelope(List.of(plan.getEpci())), WIDTH, MARGIN);
    }

    EpciMap drawn() {
        List<EpciMap.Host> hosts = hosts();
        return new EpciMap(
                sheet.width(),
                sheet.height(),
                communes.stream().map(Commune::getInsee).map(this::cell).collect(Collectors.joining()),
                sheet.path(land),
                sheet.path(territory.beyond().getOrDefault(plan.getEpci(), Territory.NOWHERE)),
                links(),
                hosts,
                places(),
                names(hosts));
    }

    private String cell(String insee) {
        return Optional.ofNullable(territory.communes().get(insee))
                .map(sheet::path)
                .orElse("");
    }

    private List<EpciMap.Host> hosts() {
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

    private List<Link> links() {
        return conversions.stream()
                .flatMap(conversion -> link(conversion).stream())
                .toList();
    }

    private Optional<Link> link(Conversion conversion) {
        Host host = conversion.getHost();
        Optional<String> insee = insee(conversion.getRoomId());
        if (host == null || insee.isEmpty()) {
            return Optional.empty();
        }
        return positions
                .of(conversion.getRoomId(), insee.get())
                .flatMap(from -> positions
                        .of(host.getId(), host.getInsee())
                        .map(to -> new Link(sheet.x(from), sheet.y(from), sheet.x(to), sheet.y(to)))
                        .filter(link -> Math.hypot(link.x1() - link.x2(), link.y1() - link.y2()) > APART));
    }

    private Optional<String> insee(String roomId) {
        return plan.getRooms().stream()
                .filter(room -> room.getRoomId().equals(roomId))
                .map(PlanRoom::getInsee)
                .findFirst();
    }

    /** Of the communes where something is, in the order of the plan. */
    private List<PlaceName> names(List<EpciMap.Host> hosts) {
        Map<String, Commune> byInsee =
                communes.stream().collect(Collectors.toMap(Commune::getInsee, commune -> commune, (one, other) -> one));
        NameLayout layout = new NameLayout(sheet, FONT, LARGE_FONT);
        hosts.forEach(host -> layout.keepFree(host.x(), host.y(), DISC));
        return layout.placed(MarkedPlace.of(plan).stream()
                .map(MarkedPlace::insee)
                .distinct()
                .flatMap(insee -> Optional.ofNullable(byInsee.get(insee)).stream())
                .map(this::asked)
                .toList());
    }

    private NameLayout.Asked asked(Commune commune) {
        Coordinate at = territory.projection().of(commune);
        return new NameLayout.Asked(commune.getName(), sheet.x(at), sheet.y(at));
    }
}
