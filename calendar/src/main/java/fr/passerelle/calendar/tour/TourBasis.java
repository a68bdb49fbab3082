package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.Roads;
import fr.passerelle.calendar.rule.Roads.Leg;
import fr.passerelle.calendar.rule.Roads.Road;
import fr.passerelle.calendar.rule.Roads.TourPoint;
import fr.passerelle.calendar.rule.TourAnimateur;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourQuestion.TourTerms;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.rule.TourStop.OpenWeek;
import fr.passerelle.calendar.tour.TourInputs.AnimateurRow;
import fr.passerelle.calendar.tour.TourInputs.KnownPlaces;
import fr.passerelle.calendar.tour.TourInputs.LieuRow;
import fr.passerelle.calendar.tour.TourInputs.TrajetRow;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.rules.conversion.SharedHosts;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.bareme.Tournees;
import fr.passerelle.schemas.bareme.Tournees.RoadEstimate;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.SourceTrajet;
import fr.passerelle.schemas.event.VacancesScolaires;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a calendar rests on: a published run, and what the files told. */
record TourBasis(PublishedResults results, TourInputs inputs) {

    private static final int MINUTES_AN_HOUR = 60;

    /** Refuses the first commune of an animateur, or thing that the files speak of, that the run does not know. */
    void requireKnown() {
        animateurs();
        new KnownPlaces(results).require(inputs);
    }

    /** @param standing published sessions of the first day and later */
    TourQuestion question(TourManifest manifest, List<PublishedSession> standing) {
        List<TourStop> stops = new TourStops(points(), inputs.lieux(), tournees())
                .of(results.proposals().conversions().values());
        return new TourQuestion(
                TourWeeks.dates(manifest),
                stops,
                animateurs(),
                roads(stops),
                terms(),
                standing.stream()
                        .map(session -> reference(session, manifest.isFact(session.day())))
                        .sorted(ReferenceSession.ORDER)
                        .toList());
    }

    private Tournees tournees() {
        return results.run().bareme().tournees();
    }

    /** The journeys of the file between places that are gone to; where only minutes were told, their metres are those of an estimate. */
    private Roads roads(List<TourStop> stops) {
        Map<String, TourPoint> points = new HashMap<>(points().communes());
        stops.forEach(stop -> points.put(stop.key(), stop.point()));
        RoadEstimate estimate = tournees().road();
        Roads estimated = new Roads(Map.of(), estimate);
        Map<Leg, Road> measured = new HashMap<>();
        for (TrajetRow row : inputs.trajets()) {
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

    private TourTerms terms() {
        JeuDeRegles.ConversionRule rule = results.run().bareme().jeuDeRegles().conversion();
        return new TourTerms(tournees(), MINUTES_AN_HOUR * rule.sessionHours(), rule.groupSize());
    }

    private List<TourAnimateur> animateurs() {
        HostPoints points = points();
        return inputs.animateurs().stream()
                .map(row -> animateur(row, points))
                .sorted(Comparator.comparing(TourAnimateur::id))
                .toList();
    }

    private TourAnimateur animateur(AnimateurRow row, HostPoints points) {
        Integer tablettes = row.tablettes();
        return new TourAnimateur(
                row.id(),
                points.home(row.id(), row.commune())
                        .orElseThrow(() -> new RunRefused("L'animateur " + row.id() + " part de la commune "
                                + row.commune() + ", que l'exécution "
                                + results.run().id()
                                + " ne connaît pas : vérifiez son code INSEE.")),
                row.epci(),
                row.serves(),
                row.worked(),
                row.absences(),
                tablettes == null ? terms().group() : tablettes);
    }

    private HostPoints points() {
        return new HostPoints(results.epcis().values(), results.rooms().values());
    }

    /** A session that was told, as a calendar is to keep it, or as a fact to it. */
    static ReferenceSession reference(PublishedSession told, boolean fact) {
        return new ReferenceSession(
                told.seance(), told.etape(), told.day(), told.start(), told.animateur(), true, fact);
    }

    /** The étapes of a run as a calendar asks for them, and as places and EPCIs told: one a host, with the sessions of all its rooms. */
    record TourStops(HostPoints points, List<LieuRow> told, Tournees tournees) {

        /** Proposals call it by what is still to be asked of the maire: people read the calendar once that is done. */
        private static final String COMMUNAL_HALL = "Salle communale";

        private static final LieuRow NOTHING = new LieuRow(null, null, null, List.of(), null, null);

        /** Those of all conversions of a run, provisional ones too, in order; the first EPCI of several answers for a host that they share. */
        List<TourStop> of(Collection<Conversion> conversions) {
            return conversions.stream()
                    .filter(conversion -> conversion.getHost() != null)
                    .collect(Collectors.groupingBy(
                            conversion -> SharedHosts.ofHost(conversion.getHost()), TreeMap::new, Collectors.toList()))
                    .values()
                    .stream()
                    .map(this::stop)
                    .sorted(TourStop.ORDER)
                    .toList();
        }

        private TourStop stop(List<Conversion> sharing) {
            var host = sharing.getFirst().getHost();
            TourPoint point = points.of(host);
            LieuRow place = told(point.key());
            String epci = sharing.stream()
                    .map(Conversion::getEpci)
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            return new TourStop(
                    point,
                    epci,
                    host.getKind() == HostKind.SALLE_COMMUNALE ? COMMUNAL_HALL : host.getName(),
                    sharing.stream().map(Conversion::getRoomId).sorted().toList(),
                    sharing.stream().mapToInt(Conversion::getSessionsAMonth).sum(),
                    Objects.requireNonNullElseGet(place.week(), () -> OpenWeek.supposed(tournees)),
                    place.fermetures(),
                    place.capacite(),
                    Stream.of(place, told(epci))
                                    .flatMap(row -> Stream.ofNullable(row.vacances()))
                                    .findFirst()
                                    .orElse(tournees.holidays())
                            == VacancesScolaires.MAINTENUES);
        }

        private LieuRow told(String subject) {
            return told.stream()
                    .filter(row -> row.subject().equals(subject))
                    .findFirst()
                    .orElse(NOTHING);
        }
    }
}
