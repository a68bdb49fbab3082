package fr.passerelle.rules.conversion;

import fr.passerelle.rules.frequentation.Distance;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        List<Near> communes = epci.getCommunes().stream()
                .map(commune -> new Near(
                        commune, nearest(commune, epci, today), nearest(commune, epci, proposed), radiusMetres))
                .toList();
        int population = sum(communes);
        int nearToday = sum(communes.stream().filter(Near::isToday).toList());
        int nearProposed = sum(communes.stream().filter(Near::isProposed).toList());
        List<RegleEssayee> trace =
                new ArrayList<>(communes.stream().map(Near::step).toList());
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

    private static int sum(List<Near> communes) {
        return Counts.held(communes.stream()
                .mapToLong(near -> near.commune().getPopulation())
                .sum());
    }

    /** A commune with the metres to its nearest point, absent where there is none at all. */
    private record Near(Commune commune, OptionalLong today, OptionalLong proposed, int radiusMetres) {

        boolean isToday() {
            return within(today);
        }

        boolean isProposed() {
            return within(proposed);
        }

        private boolean within(OptionalLong metres) {
            return metres.isPresent() && metres.getAsLong() <= radiusMetres;
        }

        RegleEssayee step() {
            return Steps.passed(
                    Rule.PROXIMITE,
                    Steps.commune(commune.getInsee()),
                    outcome().name(),
                    Steps.whole("population", commune.getPopulation(), Unite.HABITANTS),
                    Steps.number("distance_aujourdhui", decimal(today), Unite.METRES),
                    Steps.number("distance_proposee", decimal(proposed), Unite.METRES),
                    Steps.whole("rayon", radiusMetres, Unite.METRES));
        }

        private Finding outcome() {
            if (isToday()) {
                return isProposed() ? Finding.PROCHE : Finding.PERDUE;
            }
            return isProposed() ? Finding.GAGNEE : Finding.ELOIGNEE;
        }

        private static @Nullable BigDecimal decimal(OptionalLong metres) {
            return metres.isPresent() ? BigDecimal.valueOf(metres.getAsLong()) : null;
        }
    }
}
