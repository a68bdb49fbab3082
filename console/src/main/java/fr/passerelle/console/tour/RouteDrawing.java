package fr.passerelle.console.tour;

import fr.passerelle.calendar.rule.TourPoint;
import fr.passerelle.calendar.tour.HostPoints;
import fr.passerelle.calendar.tour.TourPlan;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.map.RegionMap.DayMap;
import fr.passerelle.console.tour.WeekGrid.WeekCell;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.event.ArretJournee;
import fr.passerelle.schemas.event.ChargeAnimateur;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.JourneeAnimateur;
import fr.passerelle.schemas.event.ToursComputed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Draws a day of a calendar: from the home of the animateur to each halt, and back. */
final class RouteDrawing {

    private final TourPlan plan;
    private final List<ToursComputed> sectors;
    private final PublishedResults published;
    private final Maps maps;
    private final Map<String, EtapeDesservie> etapes;

    RouteDrawing(TourPlan plan, List<ToursComputed> sectors, PublishedResults published, Maps maps) {
        this.plan = plan;
        this.sectors = sectors;
        this.published = published;
        this.maps = maps;
        this.etapes = sectors.stream()
                .flatMap(sector -> sector.getEtapes().stream())
                .collect(Collectors.toMap(EtapeDesservie::getEtape, Function.identity()));
    }

    /** Of a cell in which somebody sets out. */
    DayRoute of(WeekCell cell) {
        JourneeAnimateur journee = Objects.requireNonNull(cell.journee(), "Somebody sets out");
        Set<String> land = epcis(journee)
                .filter(siren -> !published.communes(siren).isEmpty())
                .collect(Collectors.toSet());
        return new DayRoute(journee, cell, land.isEmpty() ? null : maps.day(published, land, places(journee)));
    }

    private Stream<String> epcis(JourneeAnimateur journee) {
        Stream<String> home = sectors.stream()
                .flatMap(sector -> sector.getCharges().stream())
                .filter(charge -> charge.getAnimateur().equals(journee.getAnimateur()))
                .map(ChargeAnimateur::getEpci);
        return Stream.concat(home, journee.getArrets().stream().map(this::etape).map(EtapeDesservie::getEpci));
    }

    private List<DayMap.Place> places(JourneeAnimateur journee) {
        List<ArretJournee> arrets = journee.getArrets();
        return Stream.concat(
                        home(journee.getAnimateur()).stream()
                                .map(home ->
                                        new DayMap.Place(0, journee.getAnimateur(), home.latitude(), home.longitude())),
                        IntStream.range(0, arrets.size()).mapToObj(at -> place(at + 1, etape(arrets.get(at)))))
                .toList();
    }

    private static DayMap.Place place(int number, EtapeDesservie etape) {
        return new DayMap.Place(number, etape.getName(), etape.getLatitude(), etape.getLongitude());
    }

    private EtapeDesservie etape(ArretJournee arret) {
        return Objects.requireNonNull(etapes.get(arret.getEtape()), arret.getEtape());
    }

    /** The middle of the commune that the plan froze; empty where the run that is published now knows it no more. */
    private Optional<TourPoint> home(String animateur) {
        HostPoints points =
                new HostPoints(published.epcis().values(), published.rooms().values());
        return JsonMapper.shared()
                .readTree(plan.animateurs())
                .valueStream()
                .filter(row -> row.path("id").asString("").equals(animateur))
                .findFirst()
                .flatMap(row -> points.home(animateur, row.path("commune").asString("")));
    }

    /**
     * A day of an animateur, halt by halt.
     *
     * @param map null where nothing is known of its EPCIs any more
     */
    public record DayRoute(
            JourneeAnimateur journee, WeekCell cell, @Nullable DayMap map) {}
}
