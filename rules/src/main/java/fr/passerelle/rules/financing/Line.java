package fr.passerelle.rules.financing;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.Reglement;
import fr.passerelle.schemas.bareme.Reglement.Assiette;
import fr.passerelle.schemas.bareme.Reglement.PlafondPorteSur;
import fr.passerelle.schemas.bareme.Reglement.Taux;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        AidStep from = AidStep.of(Rule.ASSIETTE, base, coverage.ofTheBase(known));
        return written(rule.to(base).after(gate.step(), from), known);
    }

    /** Without a cost, its base decides, which is unknown. */
    private AidLine unknown(Gate gate) {
        Decision decision = Decision.COUT_INCONNU;
        AidStep from = new AidStep(Rule.ASSIETTE, decision.name(), List.of(coverage.ofTheBase(null)));
        return written(Award.first(Cents.ZERO, decision, from).after(gate.step()))
                .build();
    }

    /** Where it is not carried out, what it would cost is left out too. */
    private AidLine stopped(Gate gate, Decision stop) {
        Award none = Award.first(Cents.ZERO, stop, gate.step());
        return gate.carriedOut() && cost != null
                ? written(none, cost)
                : written(none).setAid(Cents.ZERO).build();
    }

    private AidLine written(Award award, BigDecimal known) {
        BigDecimal left = Cents.minus(known, coverage.euros(), award.aid());
        AidStep kept = AidStep.of(Rule.RESTE, left, coverage.with(known, Steps.euros("aide", award.aid())));
        return written(award.before(kept))
                .setCost(known)
                .setAid(award.aid())
                .setLeft(left)
                .build();
    }

    private AidLine.Builder written(Award award) {
        return AidLine.newBuilder()
                .setLine(name)
                .setRate(rate.setScale(RATE_SCALE, RoundingMode.HALF_UP))
                .setCeiling(Cents.of(ceiling))
                .setDecidedBy(award.decidedBy().name())
                .setTrace(award.written(on));
    }

    /** How one kind of cost is aided. */
    interface AidRule {

        /** The aid to its base, euros from 0. */
        Award to(BigDecimal base);

        /** The most it can ever give, euros. */
        BigDecimal most();
    }

    /**
     * What a rule of the aid looked at and what came out of it; whether it decided is known once the last rule was tried.
     *
     * @param outcome the amount that comes out, euros to the cent, or the code of what stops the line
     */
    private record AidStep(Rule rule, String outcome, List<Operande> operands) {

        static AidStep of(Rule rule, BigDecimal euros, Operande... operands) {
            return new AidStep(rule, Cents.of(euros).toPlainString(), List.of(operands));
        }

        RegleEssayee written(String on, boolean decides) {
            return new RegleEssayee(rule.name(), on, operands, outcome, decides);
        }
    }

    /** An aid in euros, to the cent, what decided it, and the steps that led to it, in the order of the rules, with the place of the deciding one from 0. */
    private record Award(BigDecimal aid, Decision decidedBy, List<AidStep> steps, int decidingStep) {

        /** By the first rule that gives an amount. */
        static Award first(BigDecimal aid, Decision decidedBy, AidStep step) {
            return new Award(Cents.of(aid), decidedBy, List.of(step), 0);
        }

        /** Held under a limit in euros, from 0, which then decides. */
        Award heldUnder(Rule rule, Decision decision, BigDecimal limit, Operande... operands) {
            boolean binds = aid.compareTo(limit) > 0;
            BigDecimal held = binds ? Cents.of(limit) : aid;
            Award tried = before(new AidStep(rule, held.toPlainString(), List.of(operands)));
            return new Award(held, binds ? decision : decidedBy, tried.steps(), binds ? steps.size() : decidingStep);
        }

        Award before(AidStep last) {
            List<AidStep> all = Stream.concat(steps.stream(), Stream.of(last)).toList();
            return new Award(aid, decidedBy, all, decidingStep);
        }

        Award after(AidStep... first) {
            List<AidStep> all = Stream.concat(Stream.of(first), steps.stream()).toList();
            return new Award(aid, decidedBy, all, first.length + decidingStep);
        }

        List<RegleEssayee> written(String on) {
            return IntStream.range(0, steps.size())
                    .mapToObj(i -> steps.get(i).written(on, i == decidingStep))
                    .toList();
        }
    }

    /**
     * The rate of the investment on its base; with the other public aid it leaves the EPCI the share it has to keep.
     *
     * @param told other public aid, euros; null where the EPCI told none, which then counts for nothing
     */
    record InvestmentAid(Reglement reglement, @Nullable BigDecimal told) implements AidRule {

        @Override
        public Award to(BigDecimal cost) {
            return keptByTheEpci(cost, otherAids(cost, onItsBase(cost)));
        }

        @Override
        public BigDecimal most() {
            return capped().most();
        }

        private Award onItsBase(BigDecimal cost) {
            return switch (reglement.assietteInvestissement()) {
                case PLAFONNEE -> capped().to(cost);
                case FORFAIT -> lumpSum(cost);
                case MINIMUM -> fromTheLeast(cost);
            };
        }

        private RatedAid capped() {
            return new RatedAid(new Taux(base().rate(), base().base()), PlafondPorteSur.COUT);
        }

        private Award lumpSum(BigDecimal cost) {
            BigDecimal aid = most().min(cost);
            Decision decision = most().compareTo(cost) > 0 ? Decision.COUT : Decision.FORFAIT;
            return Award.first(aid, decision, AidStep.of(Rule.FORFAIT, aid, onTheVotedBase(cost)));
        }

        private Award fromTheLeast(BigDecimal cost) {
            boolean under = cost.compareTo(base().base()) < 0;
            BigDecimal aid = under ? Cents.ZERO : most();
            Decision decision = under ? Decision.SOUS_LE_MINIMUM : Decision.PLAFOND;
            return Award.first(aid, decision, AidStep.of(Rule.MINIMUM, aid, onTheVotedBase(cost)));
        }

        private Operande[] onTheVotedBase(BigDecimal cost) {
            return new Operande[] {
                Steps.euros("cout", cost), Steps.euros("base_votee", base().base()), Steps.part("taux", base().rate())
            };
        }

        private Award otherAids(BigDecimal cost, Award award) {
            return award.heldUnder(
                    Rule.AUTRES_AIDES,
                    Decision.AUTRES_AIDES,
                    Cents.minus(cost, Cents.orZero(told)),
                    Steps.euros("cout", cost),
                    Steps.euros("autres_aides", told));
        }

        private Award keptByTheEpci(BigDecimal cost, Award award) {
            BigDecimal kept = Cents.of(cost.multiply(reglement.participationMinimale()));
            return award.heldUnder(
                    Rule.PARTICIPATION_MINIMALE,
                    Decision.PARTICIPATION_MINIMALE,
                    Cents.minus(cost, Cents.orZero(told), kept),
                    Steps.euros("cout", cost),
                    Steps.euros("autres_aides", told),
                    Steps.part("participation_minimale", reglement.participationMinimale()));
        }

        private Assiette base() {
            return reglement.investissement();
        }
    }

    /** A rate under a ceiling, which bounds the aid or the base it applies to: the study, each year of running, the investment whose base is capped. */
    record RatedAid(Taux taux, PlafondPorteSur ceilingOf) implements AidRule {

        @Override
        public Award to(BigDecimal base) {
            BigDecimal rated = rated(base);
            AidStep step = AidStep.of(Rule.TAUX, rated, Steps.euros("assiette", base), Steps.part("taux", taux.rate()));
            return Award.first(rated, Decision.TAUX, step)
                    .heldUnder(
                            Rule.PLAFOND,
                            Decision.PLAFOND,
                            most(),
                            Steps.euros("aide_au_taux", rated),
                            Steps.euros("plafond", taux.ceiling()),
                            Steps.code("plafond_porte_sur", ceilingOf),
                            Steps.part("taux", taux.rate()));
        }

        @Override
        public BigDecimal most() {
            return switch (ceilingOf) {
                case AIDE -> Cents.of(taux.ceiling());
                case COUT -> rated(taux.ceiling());
            };
        }

        private BigDecimal rated(BigDecimal amount) {
            return Cents.of(amount.multiply(taux.rate()));
        }
    }

    /**
     * Whether a line of the plan is aided at all.
     *
     * @param stop what keeps it from being aided; null where nothing does
     * @param carriedOut whether its cost is borne nonetheless
     */
    record Gate(AidStep step, @Nullable Decision stop, boolean carriedOut) {

        static Gate open(Rule rule, Operande... looked) {
            return new Gate(new AidStep(rule, "A_FINANCER", List.of(looked)), null, true);
        }

        static Gate closed(Rule rule, Decision stop, boolean carriedOut, Operande... looked) {
            return new Gate(new AidStep(rule, stop.name(), List.of(looked)), stop, carriedOut);
        }
    }
}
