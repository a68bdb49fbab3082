package fr.passerelle.calendar.tour;

import static java.util.Objects.requireNonNull;

import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.TourAnimateur;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.rule.TourTerms;
import fr.passerelle.calendar.tour.AnimateursFile.AnimateurRow;
import fr.passerelle.calendar.tour.LieuxFile.LieuRow;
import fr.passerelle.calendar.tour.LieuxFile.OpenHours;
import fr.passerelle.calendar.tour.TourStops.StopTerms;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.session.PublishedSession;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.bareme.Tournees;
import fr.passerelle.schemas.event.VacancesScolaires;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a calendar rests on: a published run, and what the files told. */
record TourBasis(PublishedResults results, TourInputs inputs) {

    private static final int MINUTES_AN_HOUR = 60;

    /**
     * Checks that the run knows where animateurs leave from and all that the files speak of, and that its barème speaks of days.
     *
     * @throws RunRefused naming the first that is unknown
     */
    void requireKnown() {
        tournees();
        animateurs();
        new KnownPlaces(results).require(inputs);
    }

    /**
     * What is to be chosen.
     *
     * @param standing published sessions of the first day and later
     */
    TourQuestion question(TourManifest manifest, List<PublishedSession> standing) {
        List<TourStop> stops = stops();
        return new TourQuestion(
                HolidayDays.dates(manifest),
                stops,
                animateurs(),
                new TourRoads(inputs.trajets(), results.epcis().values(), stops)
                        .of(tournees().road()),
                terms(),
                standing.stream()
                        .map(session -> reference(session, manifest.isFact(session.day())))
                        .sorted(ReferenceSession.ORDER)
                        .toList());
    }

    /** @throws RunRefused where the barème of the run says nothing of days */
    Tournees tournees() {
        return results.run()
                .bareme()
                .tournees()
                .orElseThrow(() -> new RunRefused("Le barème " + results.run().baremeId() + " de l'exécution "
                        + results.run().id() + " ne dit rien des tournées (section « tournees ») : partez d'une"
                        + " exécution sous un barème qui la donne (« --as-of »)."));
    }

    private TourTerms terms() {
        JeuDeRegles.ConversionRule rule = results.run().bareme().jeuDeRegles().conversion();
        return new TourTerms(tournees(), MINUTES_AN_HOUR * rule.sessionHours(), rule.groupSize());
    }

    private List<TourStop> stops() {
        Map<String, StopTerms> places = new HashMap<>();
        Map<String, VacancesScolaires> epcis = new HashMap<>();
        for (LieuRow row : inputs.lieux()) {
            if (row.lieu() == null) {
                epcis.put(requireNonNull(row.epci()), requireNonNull(row.vacances()));
            } else {
                places.put(
                        row.lieu(), new StopTerms(OpenHours.of(row), row.fermetures(), row.capacite(), row.vacances()));
            }
        }
        return new TourStops(points(), places, epcis, tournees())
                .of(results.proposals().conversions().values());
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
}
