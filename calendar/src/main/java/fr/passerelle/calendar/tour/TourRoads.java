package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.Road;
import fr.passerelle.calendar.rule.Roads.Leg;
import fr.passerelle.calendar.rule.Roads;
import fr.passerelle.calendar.rule.TourPoint;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.tour.TrajetsFile.TrajetRow;
import fr.passerelle.schemas.bareme.Tournees.RoadEstimate;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.SourceTrajet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The journeys of the file; their metres, where only minutes were told, are those of an estimate. */
final class TourRoads {

    private final List<TrajetRow> rows;
    private final Map<String, TourPoint> points = new HashMap<>();

    TourRoads(List<TrajetRow> rows, Collection<EpciDescribed> epcis, List<TourStop> stops) {
        this.rows = rows;
        epcis.forEach(epci -> epci.getCommunes()
                .forEach(commune -> points.put(
                        commune.getInsee(),
                        new TourPoint(
                                commune.getInsee(),
                                commune.getInsee(),
                                commune.getLatitude(),
                                commune.getLongitude()))));
        stops.forEach(stop -> points.put(stop.key(), stop.point()));
    }

    /** All journeys. Those from or to a place that is known, and that nobody goes to, are left out. */
    Roads of(RoadEstimate estimate) {
        Roads estimated = new Roads(Map.of(), estimate);
        Map<Leg, Road> measured = new HashMap<>();
        for (TrajetRow row : rows) {
            TourPoint from = points.get(row.de());
            TourPoint to = points.get(row.a());
            if (from != null && to != null) {
                Integer told = row.metres();
                int metres = told == null ? estimated.of(from, to).metres() : told;
                measured.put(
                        new Leg(row.de(), row.a()),
                        new Road(row.minutes(), metres, SourceTrajet.FICHIER, row.minutes(), row.minutes()));
            }
        }
        return new Roads(Map.copyOf(measured), estimate);
    }
}
