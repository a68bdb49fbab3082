package fr.passerelle.rules.conversion;

import fr.passerelle.rules.frequentation.Distance;
import fr.passerelle.schemas.bareme.JeuDeRegles.ConversionRule;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Fonction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the order of candidates looks at in each place of an EPCI (RULES 4.3). */
final class CandidateComparison {

    private final EpciDescribed epci;
    private final ConversionRule rules;
    /** By commune: what lives around it is the same for every place there. */
    private final Map<String, Integer> populations = new HashMap<>();

    CandidateComparison(EpciDescribed epci, ConversionRule rules) {
        this.epci = epci;
        this.rules = rules;
    }

    PlaceContender contender(PlaceCandidature<?> placeCandidature) {
        Place place = placeCandidature.place();
        int population = populations.computeIfAbsent(place.insee(), this::populationAround);
        return new PlaceContender(
                placeCandidature,
                new Merits(wanted(place), place.confirmed().size(), population, population / rules.populationStep()));
    }

    private int wanted(Place place) {
        List<Fonction> wanted = epci.getIntercommunalite() == null
                ? List.of()
                : epci.getIntercommunalite().getFunctionsWanted();
        return Math.toIntExact(
                place.confirmed().stream().filter(wanted::contains).count());
    }

    /** Inhabitants of the EPCI's communes whose centroid lies within the radius of the place's commune's. */
    private int populationAround(String insee) {
        return Math.toIntExact(epci.getCommunes().stream()
                .filter(commune -> commune.getInsee().equals(insee))
                .mapToLong(this::populationAround)
                .sum());
    }

    private long populationAround(Commune centre) {
        return epci.getCommunes().stream()
                .filter(commune -> Distance.metres(centre, commune) <= rules.populationRadiusMetres())
                .mapToLong(Commune::getPopulation)
                .sum();
    }
}
