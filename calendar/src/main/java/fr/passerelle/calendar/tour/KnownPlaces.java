package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.tour.LieuxFile.LieuRow;
import fr.passerelle.calendar.tour.TrajetsFile.TrajetRow;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.frequentation.Distance;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.WholeFile.RowFault;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The EPCIs, communes and places that a run knows: what a file says of another would be lost without a word. */
final class KnownPlaces {

    private final PublishedResults results;
    private final Map<String, Commune> communes;
    private final Set<String> places;

    KnownPlaces(PublishedResults results) {
        this.results = results;
        this.communes = results.epcis().values().stream()
                .flatMap(epci -> epci.getCommunes().stream())
                .collect(Collectors.toMap(Commune::getInsee, commune -> commune, (one, other) -> one));
        this.places = Stream.of(
                        communes.keySet().stream().map(Steps::commune),
                        results.rooms().keySet().stream().map(Steps::room),
                        results.epcis().values().stream()
                                .flatMap(epci -> epci.getPublicPlaces().stream())
                                .map(place -> Steps.place(place.getId())))
                .flatMap(subjects -> subjects)
                .collect(Collectors.toSet());
    }

    /** @throws RunRefused naming the first that the run does not know */
    void require(TourInputs inputs) {
        inputs.animateurs().forEach(row -> {
            requireEpci(row.epci(), "L'animateur " + row.id() + " est de");
            row.serves().forEach(siren -> requireEpci(siren, "L'animateur " + row.id() + " dessert"));
        });
        inputs.lieux().forEach(this::require);
        inputs.trajets()
                .forEach(row -> Stream.of(row.de(), row.a())
                        .forEach(end -> require(
                                communes.containsKey(end) || places.contains(end),
                                "Le fichier des trajets parle de « " + end + " »",
                                "code")));
        inputs.trajets().forEach(this::requireTime);
    }

    /** As the crow flies it is never longer than by road. */
    private void requireTime(TrajetRow row) {
        Commune from = communes.get(row.de());
        Commune to = communes.get(row.a());
        try {
            if (from != null && to != null) {
                TrajetsFile.requireTime(row, Distance.metres(from, to));
            }
        } catch (RowFault e) {
            throw new RunRefused("Le fichier des trajets, de « %s » à « %s » : %s"
                    .formatted(row.de(), row.a(), String.valueOf(e.getMessage())));
        }
    }

    private void require(LieuRow row) {
        if (row.epci() != null) {
            requireEpci(row.epci(), "Le fichier des lieux parle de");
        }
        if (row.lieu() != null) {
            require(places.contains(row.lieu()), "Le fichier des lieux parle de « " + row.lieu() + " »", "identifiant");
        }
    }

    private void requireEpci(String siren, String says) {
        require(results.epcis().containsKey(siren), says + " l'intercommunalité " + siren, "SIREN");
    }

    private void require(boolean known, String what, String check) {
        if (!known) {
            throw new RunRefused(
                    what + ", que l'exécution " + results.run().id() + " ne connaît pas : vérifiez son " + check + ".");
        }
    }
}
