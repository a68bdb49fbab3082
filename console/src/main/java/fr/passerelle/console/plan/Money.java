package fr.passerelle.console.plan;

import fr.passerelle.rules.financing.OtherFunding;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.texts.Codes;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plan de financement, euros.
 *
 * @param aid in all; null where no cost is known
 * @param left to the EPCI, in all; null with it
 * @param ceiling most that the scheme could give: never a budget
 * @param yearFour cost of the fourth year, that nobody aids; null where unknown
 * @param budget aid to running by calendar year; empty where no opening date or no aid is known
 */
public record Money(
        List<Line> lines,
        @Nullable BigDecimal aid,
        @Nullable BigDecimal left,
        BigDecimal ceiling,
        @Nullable BigDecimal yearFour,
        List<BudgetAnnuel> budget) {

    private static final String BASE = "ASSIETTE";

    /**
     * A line.
     *
     * @param base that the rate applies to; null where the line is not carried out
     * @param rate percent
     * @param atRate base × rate; null with the base
     * @param ceilingOfCost whether the ceiling is one of the cost that is aided, rather than of the aid
     * @param otherAid that the EPCI gets from others for it; null where none
     * @param decided what decided the amount, in French
     */
    public record Line(
            String name,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal base,
            BigDecimal rate,
            @Nullable BigDecimal atRate,
            BigDecimal ceiling,
            boolean ceilingOfCost,
            @Nullable BigDecimal aid,
            @Nullable BigDecimal otherAid,
            @Nullable BigDecimal left,
            String decided) {}

    /** Whether an aid to running is known. */
    public boolean running() {
        return convention().stream().anyMatch(aid -> aid != null && aid.signum() > 0);
    }

    /** Aid to running of each year of the convention, the first one first; null where unknown. */
    public List<@Nullable BigDecimal> convention() {
        return lines.stream().skip(2).<@Nullable BigDecimal>map(Line::aid).toList();
    }

    static Money of(Plan plan) {
        return new Money(
                plan.getAid().stream().map(Money::line).toList(),
                plan.getAidTotal(),
                plan.getLeftTotal(),
                plan.getTheoreticalCeiling(),
                plan.getYear4Cost(),
                plan.getBudget());
    }

    private static Line line(AidLine line) {
        return new Line(
                Codes.ligne(line.getLine()),
                line.getCost(),
                found(line, BASE),
                line.getRate().movePointRight(2),
                found(line, "TAUX"),
                line.getCeiling(),
                operands(line, "PLAFOND", "plafond_porte_sur").anyMatch(on -> "COUT".equals(on.getText())),
                line.getAid(),
                OtherFunding.of(line).filter(euros -> euros.signum() > 0).orElse(null),
                line.getLeft(),
                Codes.outcome(line.getDecidedBy()));
    }

    /** What a rule looked at under a name. */
    private static Stream<Operande> operands(AidLine line, String rule, String name) {
        return line.getTrace().stream()
                .filter(step -> step.getRule().equals(rule))
                .flatMap(step -> step.getOperands().stream())
                .filter(operand -> operand.getName().equals(name));
    }

    /** What a rule found, where it found a number. */
    private static @Nullable BigDecimal found(AidLine line, String rule) {
        return line.getTrace().stream()
                .filter(step -> step.getRule().equals(rule) && step.getOutcome().matches("\\d+(\\.\\d+)?"))
                .map(step -> new BigDecimal(step.getOutcome()))
                .findFirst()
                .orElse(null);
    }
}
