package fr.passerelle.cli;

import fr.passerelle.calendar.tour.TourManifest;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.Study;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A calendar that was computed, and what of it people ask for.
 *
 * @param sectors what it computed, one at least
 */
record ComputedTour(Study<TourManifest> plan, List<ToursComputed> sectors) {

    /** An étape and the sector that holds it. */
    record Stop(ToursComputed sector, EtapeDesservie etape) {}

    /** @throws RunRefused when it is not computed */
    ComputedTour {
        if (sectors.isEmpty()) {
            throw new RunRefused(plan.notComputed());
        }
    }

    /**
     * The étape with an identifier, else the one with a name.
     *
     * @throws RunRefused when there is none, or several have that name
     */
    Stop stop(String place) {
        List<Stop> same = stops(etape -> etape.getEtape().equals(place));
        List<Stop> found = same.isEmpty() ? stops(etape -> etape.getName().equalsIgnoreCase(place)) : same;
        if (found.isEmpty()) {
            throw RunRefused.wrongUse("Le calendrier " + plan.id() + " ne dit rien de « " + place + " » : " + show());
        }
        if (found.size() > 1) {
            throw RunRefused.wrongUse("Plusieurs étapes du calendrier " + plan.id() + " se nomment « " + place
                    + " » : donnez l'identifiant de l'une ("
                    + found.stream()
                            .map(stop -> stop.etape().getEtape())
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ").");
        }
        return found.getFirst();
    }

    /** @throws RunRefused when no étape is of that EPCI */
    void requireEpci(String siren) {
        if (stops(etape -> etape.getEpci().equals(siren)).isEmpty()) {
            throw RunRefused.wrongUse("Le calendrier " + plan.id() + " n'a aucune étape dans l'intercommunalité "
                    + siren + " : " + show());
        }
    }

    private String show() {
        return "« ./passerelle tournees show " + plan.id() + " » montre ce qu'il tient.";
    }

    private List<Stop> stops(Predicate<EtapeDesservie> which) {
        return sectors.stream()
                .flatMap(sector -> sector.getEtapes().stream().filter(which).map(etape -> new Stop(sector, etape)))
                .toList();
    }
}
