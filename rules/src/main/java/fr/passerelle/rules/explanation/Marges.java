package fr.passerelle.rules.explanation;

import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.conversion.Seating.ProposedSeat;
import fr.passerelle.rules.explanation.EpciResults.EpciSituation;
import fr.passerelle.rules.frequentation.FrequentationRules.SupposedWeights;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.bareme.JeuDeRegles.IndicateurRule;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Marge;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far the threshold and each weight may go, one at a time, within the barème's margin, before a proposal changes. */
public final class Marges {

    private final EpciSituation situation;
    private final JeuDeRegles rules;
    private final ProposedSeat proposed;
    private final Map<List<Object>, Boolean> tried = new HashMap<>();

    private Marges(EpciSituation situation, Plan plan) {
        this.situation = situation;
        this.rules = situation.bareme().jeuDeRegles();
        this.proposed = ProposedSeat.of(plan);
        tried.put(key(situation.rooms(), rules.threshold()), true);
    }

    /** Whether the proposal holds all over the margins that were looked at: it would not flip. */
    public static boolean holds(Plan plan) {
        return plan.getMarges().stream()
                .allMatch(marge -> marge.getFrom() == marge.getHoldsFrom() && marge.getTo() == marge.getHoldsTo());
    }

    /** Those of the plan that the situation leads to: of the threshold, then of each weight in the order of the barème. */
    static List<Marge> of(EpciSituation situation, Plan plan) {
        Marges marges = new Marges(situation, plan);
        JeuDeRegles rules = marges.rules;
        return Stream.concat(
                        Stream.of(marges.marge("SEUIL", rules.threshold(), rules::withThreshold)),
                        rules.indicateurs().stream().map(marges::marge))
                .toList();
    }

    private Marge marge(IndicateurRule rule) {
        return marge(rule.name().name(), rule.weight(), weight -> rules.withWeight(rule.name(), weight));
    }

    private Marge marge(String parameter, int value, IntFunction<JeuDeRegles> supposed) {
        int from = bound(value, rules.robustesse().margin().negate(), RoundingMode.CEILING);
        int to = bound(value, rules.robustesse().margin(), RoundingMode.FLOOR);
        IntPredicate holds = other -> holdsUnder(supposed.apply(other));
        return new Marge(parameter, value, from, to, last(value, from, -1, holds), last(value, to, 1, holds));
    }

    private static int bound(int value, BigDecimal share, RoundingMode inward) {
        return BigDecimal.ONE
                .add(share)
                .multiply(BigDecimal.valueOf(value))
                .setScale(0, inward)
                .intValueExact();
    }

    /** The farthest value reached from the barème's without one under which the proposal does not hold. */
    private static int last(int value, int bound, int step, IntPredicate holds) {
        int last = value;
        while (last != bound && holds.test(last + step)) {
            last += step;
        }
        return last;
    }

    /** Scores and bounds are all that a proposal takes from weights: under one threshold, the same ones are tried once. */
    private boolean holdsUnder(JeuDeRegles supposed) {
        SupposedWeights weights = new SupposedWeights(supposed.indicateurs());
        List<ScoredRoom> scored = situation.rooms().stream()
                .map(room -> new ScoredRoom(room.room(), weights.score(room.frequentation())))
                .toList();
        return tried.computeIfAbsent(
                key(scored, supposed.threshold()),
                key -> situation.supposing(scored, supposed).seated().proposed().equals(proposed));
    }

    private static List<Object> key(List<ScoredRoom> scored, int threshold) {
        List<Object> key = new ArrayList<>(List.of(threshold));
        scored.stream().map(ScoredRoom::frequentation).map(Marges::bounds).forEach(key::add);
        return key;
    }

    /** All that a conclusion takes from a score, to know it again: stable codes that hold a room back are among its flags. */
    static List<@Nullable Object> bounds(Frequentation room) {
        return Arrays.asList(room.getState(), room.getLow(), room.getScore(), room.getHigh(), room.getFlags());
    }
}
