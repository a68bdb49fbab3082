package fr.passerelle.console.budget;

import fr.passerelle.console.figure.Amounts;
import fr.passerelle.console.figure.CeilingRange;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the published plans would have the region pay. An EPCI counts where at least one of its costs is known; of the others there is only the
 * ceiling, which is no budget.
 *
 * @param departements by code; each EPCI in that of most of its inhabitants
 * @param years aid to running by budget year, where an opening date is known
 * @param undated aid to running of tiers lieux without an opening date, by year of the convention, euros
 * @param epcis those with a known cost, by name
 * @param unknown those without, by name: their amounts are none
 * @param ranges what the scheme could give to those without
 */
public record AidBudget(
        Amounts known,
        BigDecimal left,
        List<BudgetRow> departements,
        List<BudgetYear> years,
        List<BigDecimal> undated,
        List<BudgetRow> epcis,
        List<BudgetRow> unknown,
        List<CeilingRange> ranges) {

    private static final BigDecimal ZERO = new BigDecimal("0.00");

    /** That of a run. */
    public static AidBudget of(PublishedResults published) {
        Map<Boolean, List<Plan>> plans = published.proposals().plans().values().stream()
                .collect(Collectors.partitioningBy(plan -> plan.getAidTotal() != null));
        List<Plan> known = plans.getOrDefault(true, List.of());
        List<Plan> unknown = plans.getOrDefault(false, List.of());
        Amounts amounts = Amounts.of(known);
        return new AidBudget(
                amounts,
                left(known),
                departements(known, published),
                years(known),
                Amounts.of(known.stream()
                                .filter(plan -> plan.getBudget().isEmpty())
                                .toList())
                        .runningYears(),
                rows(known, published),
                rows(unknown, published),
                CeilingRange.of(unknown));
    }

    private static List<BudgetYear> years(List<Plan> plans) {
        SortedMap<Integer, BigDecimal> years = new TreeMap<>();
        plans.stream()
                .flatMap(plan -> plan.getBudget().stream())
                .forEach(year -> years.merge(year.getYear(), aid(year), BigDecimal::add));
        return years.entrySet().stream()
                .map(year -> new BudgetYear(year.getKey(), year.getValue()))
                .toList();
    }

    private static BigDecimal aid(BudgetAnnuel year) {
        return year.getAid();
    }

    private static List<BudgetRow> departements(List<Plan> plans, PublishedResults published) {
        SortedMap<Departement, List<Plan>> grouped = plans.stream()
                .collect(
                        Collectors.groupingBy(plan -> departement(plan, published), TreeMap::new, Collectors.toList()));
        return grouped.entrySet().stream()
                .map(one -> row(one.getKey(), one.getValue(), Amounts.of(one.getValue())))
                .toList();
    }

    private static BudgetRow row(Departement departement, List<Plan> plans, Amounts amounts) {
        return new BudgetRow(
                departement.name(),
                "",
                "",
                plans.size(),
                new ArrayList<>(amounts.lines()),
                amounts.total(),
                left(plans));
    }

    private static List<BudgetRow> rows(List<Plan> plans, PublishedResults published) {
        return plans.stream()
                .sorted(Comparator.comparing(Plan::getName, String.CASE_INSENSITIVE_ORDER))
                .map(plan -> new BudgetRow(
                        plan.getName(),
                        plan.getEpci(),
                        departement(plan, published).name(),
                        1,
                        Amounts.cells(plan),
                        Amounts.of(List.of(plan)).total(),
                        left(List.of(plan))))
                .toList();
    }

    private static Departement departement(Plan plan, PublishedResults published) {
        return Departement.of(published.epcis().get(plan.getEpci()));
    }

    private static BigDecimal left(Collection<Plan> plans) {
        return sum(
                plans.stream().map(Plan::getLeftTotal).filter(Objects::nonNull).toList());
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(ZERO, BigDecimal::add);
    }

    /** The most that the scheme could give to those without a known cost, euros. */
    public BigDecimal ceiling() {
        return sum(ranges.stream().map(CeilingRange::ceiling).toList());
    }

    /** Aid to running in all, dated or not, euros. */
    public BigDecimal running() {
        return sum(known.runningYears());
    }
}
