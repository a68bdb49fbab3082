package fr.passerelle.rules.explanation.reevaluation;

import fr.passerelle.rules.explanation.reevaluation.Findings.Again;
import fr.passerelle.rules.explanation.reevaluation.Trace.Looked;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
}
