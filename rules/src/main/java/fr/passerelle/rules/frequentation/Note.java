package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.Indicateur;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Predicate;

/**
 * A score with its bounds, 0 to 100, rounded once and for all.
 *
 * @param score over the weight of the available indicators
 * @param low over the whole weight, the unavailable ones at 0
 * @param high over the whole weight, the unavailable ones at 100
 */
record Note(int score, int low, int high) {

    private static final int MAXIMUM = 100;

    /** @param indicateurs of which one with a weight is available */
    static Note of(List<Indicateur> indicateurs) {
        int available = weight(indicateurs, Note::isAvailable);
        int whole = weight(indicateurs, indicateur -> true);
        BigDecimal points = indicateurs.stream()
                .filter(Note::isAvailable)
                .map(indicateur -> indicateur.getPoints().multiply(BigDecimal.valueOf(indicateur.getWeight())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal best = points.add(BigDecimal.valueOf((long) MAXIMUM * (whole - available)));
        return new Note(mean(points, available), mean(points, whole), mean(best, whole));
    }

    /** Whether there is anything to make a score of. */
    static boolean exists(List<Indicateur> indicateurs) {
        return weight(indicateurs, Note::isAvailable) > 0;
    }

    private static boolean isAvailable(Indicateur indicateur) {
        return indicateur.getPoints() != null;
    }

    private static int weight(List<Indicateur> indicateurs, Predicate<Indicateur> which) {
        return indicateurs.stream()
                .filter(which)
                .mapToInt(Indicateur::getWeight)
                .sum();
    }

    private static int mean(BigDecimal points, int weight) {
        return points.divide(BigDecimal.valueOf(weight), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
