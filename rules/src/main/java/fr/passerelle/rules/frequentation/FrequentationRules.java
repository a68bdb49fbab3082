package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.bareme.JeuDeRegles.IndicateurRule;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.RoomInventoried;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * How much a room is used (RULES 3): the indicators of the barème in its order, then the score and its bounds. Pure: the same room,
 * register, population, month and barème give the same record. Stateless but for the barème; thread-safe.
 */
public final class FrequentationRules {

    private final JeuDeRegles bareme;

    /** Rules under one barème: every number comes from it. */
    public FrequentationRules(JeuDeRegles bareme) {
        this.bareme = bareme;
    }

    /**
     * Scores a room.
     *
     * @param register its attendance; later records than the as-of are ignored
     * @param population inhabitants served, from {@link Population}
     * @param asOf month that the window ends with
     * @return NOTEE with score and bounds; DONNEES_INSUFFISANTES without, its indicators a trace of what can be computed; FERMEE when the
     *     room is not open on the last day of the month
     */
    public Frequentation score(
            RoomInventoried room, RoomRegister register, ServedPopulation population, YearMonth asOf) {
        Window window = new Window(asOf, bareme.fenetre().months());
        RoomWindow seen = RoomWindow.of(room, register, population.inhabitants(), window);
        Observation observation = new Observation(seen, bareme.fenetre().minimumObservedShare());
        if (!observation.isOpen()) {
            return judge(seen, rule -> Basis.nothing().unavailable(Unavailability.FERMEE))
                    .closed(observation.step());
        }
        return judge(seen, rule -> Indicator.of(rule.name()).measure(seen, bareme.fenetre()))
                .open(population, observation);
    }

    private ScoredWindow judge(RoomWindow room, Function<IndicateurRule, IndicatorOutcome> judgement) {
        Map<IndicateurRule, IndicatorOutcome> outcomes = new LinkedHashMap<>();
        bareme.indicateurs().forEach(rule -> outcomes.put(rule, judgement.apply(rule)));
        return new ScoredWindow(room, outcomes, bareme.signalements());
    }
}
