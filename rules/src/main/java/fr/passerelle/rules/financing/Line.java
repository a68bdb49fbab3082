package fr.passerelle.rules.financing;

import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * One line of the plan: a cost against a rule.
 *
 * @param ceiling as the barème gives it: of the aid, or of the base
 * @param cost euros; null where unknown
 * @param covered what does not stay with the EPCI though the region does not pay it, euros
 * @param deducted whether that also leaves the base of the aid
 */
record Line(
        AidLineName name,
        BigDecimal rate,
        BigDecimal ceiling,
        AidRule rule,
        @Nullable BigDecimal cost,
        BigDecimal covered,
        boolean deducted) {

    private static final int RATE_SCALE = 4;

    /** Aided by its rule; without any amount where its cost is unknown. */
    AidLine aided() {
        return cost == null ? written(Decision.COUT_INCONNU).build() : written(cost, rule.to(base(cost)));
    }

    /** Carried out without aid. */
    AidLine unaided(Decision decidedBy) {
        return cost == null ? notCarriedOut(decidedBy) : written(cost, Award.nothing(decidedBy));
    }

    /** Not part of the plan: what it would cost is left out too. */
    AidLine notCarriedOut(Decision decidedBy) {
        return written(decidedBy).setAid(Cents.ZERO).build();
    }

    /** What is paid once the cost is known, euros. */
    BigDecimal paid(BigDecimal actualCost, BigDecimal notified) {
        return Cents.of(rule.to(base(actualCost)).aid().min(notified));
    }

    private BigDecimal base(BigDecimal amount) {
        return deducted ? Cents.minus(amount, covered) : amount;
    }

    private AidLine written(BigDecimal known, Award award) {
        return written(award.decidedBy())
                .setCost(known)
                .setAid(award.aid())
                .setLeft(Cents.minus(known, covered, award.aid()))
                .build();
    }

    private AidLine.Builder written(Decision decidedBy) {
        return AidLine.newBuilder()
                .setLine(name)
                .setRate(rate.setScale(RATE_SCALE, RoundingMode.HALF_UP))
                .setCeiling(Cents.of(ceiling))
                .setDecidedBy(decidedBy.name());
    }
}
