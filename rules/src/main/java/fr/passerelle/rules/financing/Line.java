package fr.passerelle.rules.financing;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the plan: a cost against a rule.
 *
 * @param on subject of its EPCI
 * @param ceiling as the barème gives it: of the aid, or of the base
 * @param cost euros; null where unknown
 */
record Line(
        String on,
        AidLineName name,
        BigDecimal rate,
        BigDecimal ceiling,
        AidRule rule,
        @Nullable BigDecimal cost,
        OtherFunding coverage) {

    private static final int RATE_SCALE = 4;

    /** Aided by its rule where its gate is open; without any amount where its cost is unknown. */
    AidLine through(Gate gate) {
        if (gate.stop() != null) {
            return stopped(gate, gate.stop());
        }
        return cost == null ? unknown(gate) : aided(gate, cost);
    }

    /** What is paid once the cost is known, euros. */
    BigDecimal paid(BigDecimal actualCost, BigDecimal notified) {
        return Cents.of(rule.to(coverage.base(actualCost)).aid().min(notified));
    }

    private AidLine aided(Gate gate, BigDecimal known) {
        BigDecimal base = coverage.base(known);
        Award award = rule.to(base);
        AidStep from = AidStep.of(Rule.ASSIETTE, base, coverage.ofTheBase(known));
        return written(award.decidedBy(), Trail.of(gate, from, award), known, award.aid());
    }

    private AidLine unknown(Gate gate) {
        Decision decision = Decision.COUT_INCONNU;
        AidStep from = new AidStep(Rule.ASSIETTE, decision.name(), List.of(coverage.ofTheBase(null)));
        return written(decision, Trail.unknown(gate, from)).build();
    }

    /** Where it is not carried out, what it would cost is left out too. */
    private AidLine stopped(Gate gate, Decision stop) {
        Trail trail = Trail.stopped(gate);
        return gate.carriedOut() && cost != null
                ? written(stop, trail, cost, Cents.ZERO)
                : written(stop, trail).setAid(Cents.ZERO).build();
    }

    private AidLine written(Decision decidedBy, Trail trail, BigDecimal known, BigDecimal aid) {
        BigDecimal left = Cents.minus(known, coverage.euros(), aid);
        AidStep kept = AidStep.of(Rule.RESTE, left, coverage.with(known, Steps.euros("aide", aid)));
        return written(decidedBy, trail.with(kept))
                .setCost(known)
                .setAid(aid)
                .setLeft(left)
                .build();
    }

    private AidLine.Builder written(Decision decidedBy, Trail trail) {
        return AidLine.newBuilder()
                .setLine(name)
                .setRate(rate.setScale(RATE_SCALE, RoundingMode.HALF_UP))
                .setCeiling(Cents.of(ceiling))
                .setDecidedBy(decidedBy.name())
                .setTrace(trail.written(on));
    }
}
