package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.trace.Steps.number;
import static fr.passerelle.rules.trace.Steps.whole;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the indicators of a room are worth together.
 *
 * @param points sum of weight × points of the available ones
 * @param available their weight
 * @param all weight of all
 */
record WeightedPoints(String on, BigDecimal points, int available, int all) {

    private static final int MAXIMUM = 100;

    static WeightedPoints of(String roomId, List<Indicateur> indicateurs) {
        BigDecimal points = indicateurs.stream()
                .filter(WeightedPoints::isAvailable)
                .map(indicateur -> indicateur.getPoints().multiply(BigDecimal.valueOf(indicateur.getWeight())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new WeightedPoints(
                Steps.room(roomId),
                points,
                weight(indicateurs, WeightedPoints::isAvailable),
                weight(indicateurs, indicateur -> true));
    }

    /** Whether there is anything to make a score of. */
    boolean exist() {
        return available > 0;
    }

    /** What they make, where they exist. */
    Note note() {
        BigDecimal best = points.add(BigDecimal.valueOf((long) MAXIMUM * (all - available)));
        return new Note(mean(points, available), mean(points, all), mean(best, all));
    }

    /** The score and its bounds, or why there is none. */
    List<RegleEssayee> steps() {
        if (!exist()) {
            return List.of(Steps.decided(
                    Rule.NOTE, on, FrequentationState.DONNEES_INSUFFISANTES.name(), sum(), availableWeight()));
        }
        Note note = note();
        return List.of(
                Steps.decided(Rule.NOTE, on, Integer.toString(note.score()), sum(), availableWeight()),
                Steps.decided(
                        Rule.FOURCHETTE,
                        on,
                        note.low() + "-" + note.high(),
                        sum(),
                        availableWeight(),
                        whole("poids_total", all, Unite.POINTS),
                        whole("points_maximum", MAXIMUM, Unite.POINTS)));
    }

    private Operande sum() {
        return number("points_ponderes", points, Unite.POINTS);
    }

    private Operande availableWeight() {
        return whole("poids_disponible", available, Unite.POINTS);
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
