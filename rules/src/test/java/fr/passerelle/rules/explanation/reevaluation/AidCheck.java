package fr.passerelle.rules.explanation.reevaluation;

import fr.passerelle.rules.explanation.reevaluation.Findings.Again;
import fr.passerelle.rules.explanation.reevaluation.Findings.Untold;
import fr.passerelle.rules.explanation.reevaluation.Trace.Looked;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A line of aid again, step after step from its cost. */
final class AidCheck {

    private static final Set<Rule> LIMITS = EnumSet.of(Rule.PLAFOND, Rule.AUTRES_AIDES, Rule.PARTICIPATION_MINIMALE);

    private final AidLine told;
    private final boolean proposed;
    private final Findings findings;
    private @Nullable BigDecimal aid;
    private @Nullable BigDecimal base;
    private @Nullable BigDecimal cost;
    private @Nullable BigDecimal left;
    private String decidedBy = "";
    private Rule deciding = Rule.ASSIETTE;

    /** @param proposed whether the plan proposes a tiers lieu */
    AidCheck(AidLine told, boolean proposed, Findings findings) {
        this.told = told;
        this.proposed = proposed;
        this.findings = findings;
    }

    void run() {
        String line = told.getLine().name();
        findings.check(line, () -> {
            told.getTrace().forEach(this::step);
            findings.same(line + ".cost", told.getCost(), cost);
            findings.same(line + ".aid", told.getAid(), aid);
            findings.same(line + ".left", told.getLeft(), left);
            findings.same(line + ".decided_by", told.getDecidedBy(), decidedBy);
            told.getTrace()
                    .forEach(step -> findings.same(
                            line + "." + step.getRule() + ".decides",
                            step.getDecides(),
                            step.getRule().equals(deciding.name())));
        });
    }

    private void step(RegleEssayee step) {
        Looked looked = new Looked(step.getOperands());
        Rule rule = Rule.valueOf(step.getRule());
        String outcome = outcome(rule, looked);
        findings.same(told.getLine() + "." + rule + ".outcome", step.getOutcome(), outcome);
    }

    private String outcome(Rule rule, Looked looked) {
        return switch (rule) {
            case ETUDE, INVESTISSEMENT, FONCTIONNEMENT -> gate(rule, looked);
            case ASSIETTE -> base(looked);
            case TAUX -> rated(looked);
            case FORFAIT -> lumpSum(looked);
            case MINIMUM -> fromTheLeast(looked);
            case RESTE -> left(looked);
            default -> {
                if (!LIMITS.contains(rule)) {
                    throw new Untold("a rule of the aid but " + rule);
                }
                yield limited(rule, looked);
            }
        };
    }

    private String gate(Rule rule, Looked looked) {
        String stop = new GateCheck(told.getLine(), proposed, findings).stop(rule, looked);
        if (!stop.isEmpty()) {
            decidedBy = stop;
            deciding = rule;
            aid = BigDecimal.ZERO;
        }
        return stop.isEmpty() ? "A_FINANCER" : stop;
    }

    private String base(Looked looked) {
        BigDecimal known = looked.maybe("cout").orElse(null);
        if (known == null) {
            decidedBy = "COUT_INCONNU";
            return decidedBy;
        }
        cost = known;
        base = Again.atLeastZero(known.subtract(receipts(looked)));
        return told(base);
    }

    private static BigDecimal receipts(Looked looked) {
        boolean deducted = looked.has("recettes_deduites") && looked.isYes("recettes_deduites");
        return deducted ? looked.orZero("recettes") : BigDecimal.ZERO;
    }

    private String rated(Looked looked) {
        findings.same(told.getLine() + ".assiette", looked.number("assiette"), base);
        findings.same(told.getLine() + ".rate", told.getRate(), looked.number("taux"));
        return first(Again.cents(looked.number("assiette").multiply(looked.number("taux"))), "TAUX", Rule.TAUX);
    }

    private String lumpSum(Looked looked) {
        BigDecimal most = onTheVotedBase(looked);
        BigDecimal known = looked.number("cout");
        return most.compareTo(known) > 0 ? first(known, "COUT", Rule.FORFAIT) : first(most, "FORFAIT", Rule.FORFAIT);
    }

    private String fromTheLeast(Looked looked) {
        BigDecimal most = onTheVotedBase(looked);
        return looked.number("cout").compareTo(looked.number("base_votee")) < 0
                ? first(BigDecimal.ZERO, "SOUS_LE_MINIMUM", Rule.MINIMUM)
                : first(most, "PLAFOND", Rule.MINIMUM);
    }

    private BigDecimal onTheVotedBase(Looked looked) {
        findings.same(told.getLine() + ".cout", looked.number("cout"), cost);
        findings.same(told.getLine() + ".rate", told.getRate(), looked.number("taux"));
        findings.same(told.getLine() + ".ceiling", told.getCeiling(), looked.number("base_votee"));
        return Again.cents(looked.number("base_votee").multiply(looked.number("taux")));
    }

    private String first(BigDecimal amount, String decision, Rule rule) {
        aid = amount;
        decidedBy = decision;
        deciding = rule;
        return told(amount);
    }

    private String limited(Rule rule, Looked looked) {
        BigDecimal before = known(aid);
        BigDecimal limit = new LimitCheck(told, known(cost), before, findings).euros(rule, looked);
        if (before.compareTo(limit) > 0) {
            first(limit, rule.name(), rule);
        }
        return told(known(aid));
    }

    private String left(Looked looked) {
        BigDecimal known = looked.number("cout");
        if (cost == null) {
            cost = known;
        }
        findings.same(told.getLine() + ".cout", known, cost);
        findings.same(told.getLine() + ".aide", looked.number("aide"), aid);
        BigDecimal covered = looked.has("autres_aides") ? looked.orZero("autres_aides") : receipts(looked);
        left = Again.atLeastZero(known.subtract(covered).subtract(known(aid)));
        return told(left);
    }

    private static BigDecimal known(@Nullable BigDecimal amount) {
        if (amount == null) {
            throw new Untold("an amount");
        }
        return amount;
    }

    private static String told(BigDecimal euros) {
        return Again.cents(euros).toPlainString();
    }

    /** The name of a line as an operand. */
    static String operand(AidLineName line) {
        return line.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether a line is aided at all, again.
     *
     * @param proposed whether the plan proposes a tiers lieu
     */
    record GateCheck(AidLineName line, boolean proposed, Findings findings) {

        /** The code of what stops the line; empty where nothing does. */
        String stop(Rule rule, Looked looked) {
            findings.same(line + ".gate", rule, expectedGate());
            return rule == Rule.ETUDE ? study(looked) : ofTheTiersLieu(looked);
        }

        private Rule expectedGate() {
            return switch (line) {
                case ETUDE -> Rule.ETUDE;
                case INVESTISSEMENT -> Rule.INVESTISSEMENT;
                case FONCTIONNEMENT_1, FONCTIONNEMENT_2, FONCTIONNEMENT_3 -> Rule.FONCTIONNEMENT;
            };
        }

        private static String study(Looked looked) {
            return "REFUSEE".equals(looked.text("etude")) ? "REFUSEE" : "";
        }

        private String ofTheTiersLieu(Looked looked) {
            findings.same(line + ".tiers_lieu_propose", looked.isYes("tiers_lieu_propose"), proposed);
            if (!looked.isYes("tiers_lieu_propose")) {
                return "SANS_TIERS_LIEU";
            }
            boolean waits = looked.isYes("etude_prealable") && !"RENDUE".equals(looked.text("etude"));
            return waits ? "ETUDE_PREALABLE" : "";
        }
    }

    /**
     * The limits that an aid is held under, again.
     *
     * @param cost of the line, euros
     * @param aid before the limit, euros
     */
    record LimitCheck(AidLine line, BigDecimal cost, BigDecimal aid, Findings findings) {

        /** The most that a rule lets the aid be. */
        BigDecimal euros(Rule rule, Looked looked) {
            return rule == Rule.PLAFOND
                    ? ceiling(looked)
                    : Again.atLeastZero(costLessOtherAid(looked).subtract(kept(looked)));
        }

        private BigDecimal ceiling(Looked looked) {
            findings.same(line.getLine() + ".aide_au_taux", looked.number("aide_au_taux"), aid);
            findings.same(line.getLine() + ".ceiling", line.getCeiling(), looked.number("plafond"));
            findings.same(line.getLine() + ".taux", line.getRate(), looked.number("taux"));
            return "COUT".equals(looked.text("plafond_porte_sur"))
                    ? Again.cents(looked.number("plafond").multiply(looked.number("taux")))
                    : looked.number("plafond");
        }

        private BigDecimal costLessOtherAid(Looked looked) {
            findings.same(line.getLine() + ".cout", looked.number("cout"), cost);
            return looked.number("cout").subtract(looked.orZero("autres_aides"));
        }

        private static BigDecimal kept(Looked looked) {
            return looked.has("participation_minimale")
                    ? Again.cents(looked.number("cout").multiply(looked.number("participation_minimale")))
                    : BigDecimal.ZERO;
        }
    }
}
