package fr.passerelle.rules.explanation.reevaluation;

import fr.passerelle.rules.explanation.reevaluation.Findings.Again;
import fr.passerelle.rules.explanation.reevaluation.Findings.Untold;
import fr.passerelle.rules.explanation.reevaluation.Trace.Looked;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The plan de financement again: its lines, its sums, its ceiling, its budget years, year 4. */
record FundingCheck(Plan told, Trace trace, Findings findings) {

    private static final BigDecimal YEAR = BigDecimal.valueOf(360);

    void run() {
        boolean proposed = told.getSiege() != null;
        findings.same(
                "aid.lines", told.getAid().stream().map(AidLine::getLine).toList(), List.of(AidLineName.values()));
        told.getAid().forEach(line -> new AidCheck(line, proposed, findings).run());
        findings.same("aid_total", told.getAidTotal(), total(AidLine::getAid));
        findings.same("left_total", told.getLeftTotal(), total(AidLine::getLeft));
        findings.check("theoretical_ceiling", this::ceiling);
        findings.check("budget", this::budget);
        findings.check("year_4_cost", () -> yearFour(proposed));
    }

    private @Nullable BigDecimal total(Function<AidLine, @Nullable BigDecimal> amount) {
        if (told.getAid().stream().allMatch(line -> line.getCost() == null)) {
            return null;
        }
        return told.getAid().stream().map(amount).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void ceiling() {
        Looked most = trace.at(Rule.PLAFOND_DU_DISPOSITIF);
        BigDecimal sum = Arrays.stream(AidLineName.values())
                .map(line -> most.number(AidCheck.operand(line)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        findings.same("theoretical_ceiling", told.getTheoreticalCeiling(), sum);
        findings.same(
                "PLAFOND_DU_DISPOSITIF.outcome",
                new BigDecimal(trace.step(Rule.PLAFOND_DU_DISPOSITIF).getOutcome()),
                sum);
    }

    private void yearFour(boolean proposed) {
        Looked looked = trace.at(Rule.ANNEE_4);
        findings.same("ANNEE_4.tiers_lieu_propose", looked.isYes("tiers_lieu_propose"), proposed);
        BigDecimal cost = looked.maybe("cout").orElse(null);
        findings.same("year_4_cost", told.getYear4Cost(), proposed ? cost : null);
        String known = cost == null ? "COUT_INCONNU" : Again.cents(cost).toPlainString();
        findings.same("ANNEE_4.outcome", trace.step(Rule.ANNEE_4).getOutcome(), proposed ? known : "SANS_TIERS_LIEU");
    }

    private void budget() {
        Looked looked = trace.at(Rule.ANNEES_BUDGETAIRES);
        List<AidLine> running = told.getAid().stream()
                .filter(line -> line.getLine().name().startsWith("FONCTIONNEMENT"))
                .toList();
        running.forEach(line -> findings.same(
                "budget." + line.getLine(),
                looked.maybe(AidCheck.operand(line.getLine())).orElse(null),
                line.getAid()));
        String opening = looked.text("ouverture");
        boolean known = running.stream().allMatch(line -> line.getAid() != null);
        Map<Integer, BigDecimal> years =
                opening == null || !known ? Map.of() : split(LocalDate.parse(opening), running, looked.text("annees"));
        findings.same("budget", years(), years);
        findings.same(
                "ANNEES_BUDGETAIRES.outcome",
                trace.step(Rule.ANNEES_BUDGETAIRES).getOutcome(),
                outcome(opening, known, years));
    }

    private static String outcome(@Nullable String opening, boolean known, Map<Integer, BigDecimal> years) {
        if (opening == null) {
            return "OUVERTURE_INCONNUE";
        }
        if (!known) {
            return "AIDE_INCONNUE";
        }
        return years.isEmpty() ? "SANS_AIDE" : "REPARTIE";
    }

    private Map<Integer, BigDecimal> years() {
        Map<Integer, BigDecimal> years = new TreeMap<>();
        for (BudgetAnnuel year : told.getBudget()) {
            years.put(year.getYear(), Again.cents(year.getAid()));
        }
        return years;
    }

    /** A year of running that starts within a calendar year leaves to the next what the days of it that are gone by then would bear. */
    private static Map<Integer, BigDecimal> split(LocalDate opening, List<AidLine> running, @Nullable String annees) {
        Map<Integer, BigDecimal> years = new TreeMap<>();
        BigDecimal gone =
                BigDecimal.valueOf(30L * (opening.getMonthValue() - 1) + Math.min(30, opening.getDayOfMonth()) - 1);
        for (int i = 0; i < running.size(); i++) {
            BigDecimal aid =
                    Again.cents(Objects.requireNonNullElse(running.get(i).getAid(), BigDecimal.ZERO));
            BigDecimal later = "CIVILE".equals(annees)
                    ? Again.cents(BigDecimal.ZERO)
                    : aid.multiply(gone).divide(YEAR, 2, RoundingMode.UP);
            years.merge(opening.getYear() + i, aid.subtract(later), BigDecimal::add);
            years.merge(opening.getYear() + i + 1, later, BigDecimal::add);
        }
        years.values().removeIf(part -> part.signum() == 0);
        return years;
    }

    /** A line of aid again, step after step from its cost. */
    static final class AidCheck {

        private static final Set<Rule> LIMITS =
                EnumSet.of(Rule.PLAFOND, Rule.AUTRES_AIDES, Rule.PARTICIPATION_MINIMALE);

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
            findings.check(told.getLine().name(), () -> {
                told.getTrace().forEach(this::step);
                same("cost", told.getCost(), cost);
                same("aid", told.getAid(), aid);
                same("left", told.getLeft(), left);
                same("decided_by", told.getDecidedBy(), decidedBy);
                told.getTrace()
                        .forEach(step -> same(
                                step.getRule() + ".decides",
                                step.getDecides(),
                                step.getRule().equals(deciding.name())));
            });
        }

        private void same(String what, @Nullable Object one, @Nullable Object again) {
            findings.same(told.getLine() + "." + what, one, again);
        }

        private void step(RegleEssayee step) {
            Looked looked = new Looked(step.getOperands());
            Rule rule = Rule.valueOf(step.getRule());
            same(rule + ".outcome", step.getOutcome(), outcome(rule, looked));
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
            same("gate", rule.name(), told.getLine().name().replaceFirst("_\\d$", ""));
            String stop = rule == Rule.ETUDE ? study(looked) : ofTheTiersLieu(looked);
            if (!stop.isEmpty()) {
                decidedBy = stop;
                deciding = rule;
                aid = BigDecimal.ZERO;
            }
            return stop.isEmpty() ? "A_FINANCER" : stop;
        }

        private static String study(Looked looked) {
            return "REFUSEE".equals(looked.text("etude")) ? "REFUSEE" : "";
        }

        private String ofTheTiersLieu(Looked looked) {
            same("tiers_lieu_propose", looked.isYes("tiers_lieu_propose"), proposed);
            if (!looked.isYes("tiers_lieu_propose")) {
                return "SANS_TIERS_LIEU";
            }
            boolean waits = looked.isYes("etude_prealable") && !"RENDUE".equals(looked.text("etude"));
            return waits ? "ETUDE_PREALABLE" : "";
        }

        private String base(Looked looked) {
            BigDecimal known = looked.maybe("cout").orElse(null);
            if (known == null) {
                decidedBy = "COUT_INCONNU";
                return decidedBy;
            }
            cost = known;
            base = known.subtract(receipts(looked)).max(BigDecimal.ZERO);
            return told(base);
        }

        private static BigDecimal receipts(Looked looked) {
            boolean deducted = looked.has("recettes_deduites") && looked.isYes("recettes_deduites");
            return deducted ? looked.orZero("recettes") : BigDecimal.ZERO;
        }

        private String rated(Looked looked) {
            same("assiette", looked.number("assiette"), base);
            same("rate", told.getRate(), looked.number("taux"));
            return first(Again.cents(looked.number("assiette").multiply(looked.number("taux"))), "TAUX", Rule.TAUX);
        }

        private String lumpSum(Looked looked) {
            BigDecimal most = onTheVotedBase(looked);
            BigDecimal known = looked.number("cout");
            return most.compareTo(known) > 0
                    ? first(known, "COUT", Rule.FORFAIT)
                    : first(most, "FORFAIT", Rule.FORFAIT);
        }

        private String fromTheLeast(Looked looked) {
            BigDecimal most = onTheVotedBase(looked);
            return looked.number("cout").compareTo(looked.number("base_votee")) < 0
                    ? first(BigDecimal.ZERO, "SOUS_LE_MINIMUM", Rule.MINIMUM)
                    : first(most, "PLAFOND", Rule.MINIMUM);
        }

        private BigDecimal onTheVotedBase(Looked looked) {
            same("cout", looked.number("cout"), cost);
            same("rate", told.getRate(), looked.number("taux"));
            same("ceiling", told.getCeiling(), looked.number("base_votee"));
            return Again.cents(looked.number("base_votee").multiply(looked.number("taux")));
        }

        private String first(BigDecimal amount, String decision, Rule rule) {
            aid = amount;
            decidedBy = decision;
            deciding = rule;
            return told(amount);
        }

        private String limited(Rule rule, Looked looked) {
            BigDecimal limit = rule == Rule.PLAFOND
                    ? ceiling(looked)
                    : costLessOtherAid(looked).subtract(kept(looked)).max(BigDecimal.ZERO);
            if (known(aid).compareTo(limit) > 0) {
                first(limit, rule.name(), rule);
            }
            return told(known(aid));
        }

        private BigDecimal ceiling(Looked looked) {
            same("aide_au_taux", looked.number("aide_au_taux"), aid);
            same("ceiling", told.getCeiling(), looked.number("plafond"));
            same("taux", told.getRate(), looked.number("taux"));
            return "COUT".equals(looked.text("plafond_porte_sur"))
                    ? Again.cents(looked.number("plafond").multiply(looked.number("taux")))
                    : looked.number("plafond");
        }

        private BigDecimal costLessOtherAid(Looked looked) {
            same("cout", looked.number("cout"), cost);
            return looked.number("cout").subtract(looked.orZero("autres_aides"));
        }

        private static BigDecimal kept(Looked looked) {
            return looked.has("participation_minimale")
                    ? Again.cents(looked.number("cout").multiply(looked.number("participation_minimale")))
                    : BigDecimal.ZERO;
        }

        private String left(Looked looked) {
            BigDecimal known = looked.number("cout");
            if (cost == null) {
                cost = known;
            }
            same("cout", known, cost);
            same("aide", looked.number("aide"), aid);
            BigDecimal covered = looked.has("autres_aides") ? looked.orZero("autres_aides") : receipts(looked);
            left = known.subtract(covered).subtract(known(aid)).max(BigDecimal.ZERO);
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
    }
}
