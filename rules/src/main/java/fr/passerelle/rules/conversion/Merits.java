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
    static final Comparator<Merits> ORDER = Comparator.comparingInt(Merits::wanted)
            .thenComparingInt(Merits::confirmed)
            .thenComparingInt(Merits::steps)
            .reversed();

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
