package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.bareme.JeuDeRegles.IndicateurRule;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.RoomInventoried;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
     * @param population inhabitants served, from {@link Population}; null where unknown (no EPCI, commune not of it)
     * @param asOf month that the window ends with
     * @return NOTEE with score and bounds; DONNEES_INSUFFISANTES without, its indicators a trace of what can be computed; FERMEE when the
     *     room is not open on the last day of the month
     */
    public Frequentation score(
            RoomInventoried room, RoomRegister register, @Nullable BigDecimal population, YearMonth asOf) {
        Window window = new Window(asOf, bareme.fenetre().months());
        RoomWindow seen = RoomWindow.of(room, register, population, window);
        if (!Openings.isOpenAt(room, asOf)) {
            return judge(seen, rule -> Outcome.unavailable(Unavailability.FERMEE))
                    .unscored(FrequentationState.FERMEE);
        }
        ScoredWindow judged = judge(seen, rule -> Indicator.of(rule.name()).measure(seen, bareme.fenetre()));
        return isObservedEnough(seen) && Note.exists(judged.indicateurs())
                ? judged.scored()
                : judged.unscored(FrequentationState.DONNEES_INSUFFISANTES);
    }

    private ScoredWindow judge(RoomWindow room, Function<IndicateurRule, Outcome> judgement) {
        Map<IndicateurRule, Outcome> outcomes = new LinkedHashMap<>();
        bareme.indicateurs().forEach(rule -> outcomes.put(rule, judgement.apply(rule)));
        return new ScoredWindow(room, outcomes);
    }

    private boolean isObservedEnough(RoomWindow room) {
        BigDecimal open = BigDecimal.valueOf(room.open().size());
        BigDecimal observed = BigDecimal.valueOf(room.observed().size());
        return open.signum() > 0
                && observed.compareTo(open.multiply(bareme.fenetre().minimumObservedShare())) >= 0;
    }
}
