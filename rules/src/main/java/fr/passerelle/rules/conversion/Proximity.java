package fr.passerelle.rules.conversion;

import fr.passerelle.rules.frequentation.Distance;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How many inhabitants have a point of mediation near (RULES 4.7), between centroids of communes: those of a commune whose centroid lies within
 * the radius of the centroid of one that has a point.
 *
 * @param population inhabitants of the communes
 * @param today inhabitants near a point today
 * @param proposed the same as proposed
 * @param trace one step a commune, then the sums
 */
record Proximity(int population, int today, int proposed, List<RegleEssayee> trace) {

    /**
     * Measures.
     *
     * @param today INSEE codes of the communes that have a point today
     * @param proposed the same as proposed
     */
    static Proximity of(EpciDescribed epci, Set<String> today, Set<String> proposed, int radiusMetres) {
        List<NearCommune> communes = epci.getCommunes().stream()
                .map(commune -> new NearCommune(
                        commune, nearest(commune, epci, today), nearest(commune, epci, proposed), radiusMetres))
                .toList();
        int population = sum(communes);
        int nearToday = sum(communes.stream().filter(NearCommune::isToday).toList());
        int nearProposed = sum(communes.stream().filter(NearCommune::isProposed).toList());
        List<RegleEssayee> trace =
                new ArrayList<>(communes.stream().map(NearCommune::step).toList());
        trace.add(step(epci, population, nearToday, nearProposed));
        return new Proximity(population, nearToday, nearProposed, trace);
    }

    boolean falls() {
        return proposed < today;
    }

    private static RegleEssayee step(EpciDescribed epci, int population, int today, int proposed) {
        return Steps.decided(
                Rule.PROXIMITE,
                Steps.epci(epci.getEpci()),
                sense(today, proposed).name(),
                Steps.whole("population", population, Unite.HABITANTS),
                Steps.whole("proches_aujourdhui", today, Unite.HABITANTS),
                Steps.whole("proches_proposes", proposed, Unite.HABITANTS));
    }

    private static Finding sense(int today, int proposed) {
        if (proposed == today) {
            return Finding.EGALE;
        }
        return proposed < today ? Finding.EN_BAISSE : Finding.EN_HAUSSE;
    }

    private static OptionalLong nearest(Commune from, EpciDescribed epci, Set<String> points) {
        return epci.getCommunes().stream()
                .filter(commune -> points.contains(commune.getInsee()))
                .mapToLong(commune -> Distance.metres(from, commune))
                .min();
    }

    private static int sum(List<NearCommune> communes) {
        return LogCount.held(communes.stream()
                .mapToLong(near -> near.commune().getPopulation())
                .sum());
    }
}
