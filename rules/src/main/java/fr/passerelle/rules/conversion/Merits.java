package fr.passerelle.rules.conversion;

import java.util.Comparator;
import java.util.Optional;

/**
 * What orders a place among the candidates before its score (RULES 4.3).
 *
 * @param wanted functions confirmed that the EPCI wants
 * @param confirmed functions confirmed
 * @param population inhabitants of the EPCI within the radius
 * @param steps the same in whole steps
 */
record Merits(int wanted, int confirmed, int population, int steps) {

    /** The greatest first. */
    static final Comparator<Merits> ORDER = Merits::behind;

    private int behind(Merits other) {
        int order = Integer.compare(other.wanted, wanted);
        order = order == 0 ? Integer.compare(other.confirmed, confirmed) : order;
        return order == 0 ? Integer.compare(other.steps, steps) : order;
    }

    /** Whether nothing separates it from another. */
    boolean areLevelWith(Merits other) {
        return behind(other) == 0;
    }

    /** What separates it from another; empty where only a score can. */
    Optional<Finding> separatedFrom(Merits other) {
        if (wanted != other.wanted) {
            return Optional.of(Finding.FONCTIONS_VOULUES);
        }
        if (confirmed != other.confirmed) {
            return Optional.of(Finding.FONCTIONS_CONFIRMEES);
        }
        return steps == other.steps ? Optional.empty() : Optional.of(Finding.POPULATION);
    }
}
