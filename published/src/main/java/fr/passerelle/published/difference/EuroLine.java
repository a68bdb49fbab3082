package fr.passerelle.published.difference;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Euros on one line, before and after; null where no amount is known.
 *
 * @param what name of the line of aid, AIDE_TOTALE, or BUDGET_ and a calendar year
 */
public record EuroLine(
        @JsonProperty("line") String what,
        @Nullable BigDecimal before,
        @Nullable BigDecimal after) {

    /** What the line of all aid together is called. */
    public static final String TOTAL = "AIDE_TOTALE";

    private static final String BUDGET = "BUDGET_";

    /** Over plans: each line of aid, their total, then the budget years that one of both has, in order. */
    public static List<EuroLine> of(Collection<Plan> before, Collection<Plan> after) {
        List<EuroLine> lines = new ArrayList<>();
        for (AidLineName name : AidLineName.values()) {
            lines.add(line(name.name(), before, after, plan -> aid(plan, name)));
        }
        lines.add(line(TOTAL, before, after, Plan::getAidTotal));
        Stream.concat(before.stream(), after.stream())
                .flatMap(plan -> plan.getBudget().stream())
                .map(BudgetAnnuel::getYear)
                .distinct()
                .sorted()
                .forEach(year -> lines.add(line(BUDGET + year, before, after, plan -> budget(plan, year))));
        return List.copyOf(lines);
    }

    /** Whether it does. */
    public boolean differs() {
        return before == null || after == null ? before != after : before.compareTo(after) != 0;
    }

    /** By how much it grows; null where nothing is known on either side. */
    public @Nullable BigDecimal growth() {
        return before == null && after == null ? null : orZero(after).subtract(orZero(before));
    }

    private static EuroLine line(
            String what, Collection<Plan> before, Collection<Plan> after, Function<Plan, @Nullable BigDecimal> amount) {
        return new EuroLine(what, sum(before, amount), sum(after, amount));
    }

    private static @Nullable BigDecimal sum(Collection<Plan> plans, Function<Plan, @Nullable BigDecimal> amount) {
        List<BigDecimal> known =
                plans.stream().map(amount).filter(Objects::nonNull).toList();
        return known.isEmpty() ? null : known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable BigDecimal aid(Plan plan, AidLineName name) {
        return plan.getAid().stream()
                .filter(line -> line.getLine() == name)
                .map(AidLine::getAid)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable BigDecimal budget(Plan plan, int year) {
        return plan.getBudget().stream()
                .filter(one -> one.getYear() == year)
                .map(BudgetAnnuel::getAid)
                .findFirst()
                .orElse(null);
    }

    private static BigDecimal orZero(@Nullable BigDecimal amount) {
        return Objects.requireNonNullElse(amount, BigDecimal.ZERO);
    }
}
