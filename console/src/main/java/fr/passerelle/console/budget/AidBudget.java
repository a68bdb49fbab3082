package fr.passerelle.console.budget;

import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the published plans would have the region pay. An EPCI counts where at least one of its costs is known; of the others, the unknown, by
 * name too, there is only the ceiling, which is no budget.
 *
 * @param departements by code; each EPCI in that of most of its inhabitants
 * @param years aid to running by budget year, where an opening date is known
 * @param undated aid to running of tiers lieux without an opening date, by year of the convention, euros
 */
public record AidBudget(
        Amounts known,
        BigDecimal left,
        List<BudgetRow> departements,
        SortedMap<Integer, BigDecimal> years,
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
        List<Plan> undated =
                known.stream().filter(plan -> plan.getBudget().isEmpty()).toList();
        return new AidBudget(
                amounts,
                left(known),
                departements(known, published),
                years(known),
                Amounts.of(undated).runningYears(),
                rows(known, published),
                rows(unknown, published),
                CeilingRange.of(unknown));
    }

    private static SortedMap<Integer, BigDecimal> years(List<Plan> plans) {
        return plans.stream()
                .flatMap(plan -> plan.getBudget().stream())
                .collect(Collectors.toMap(BudgetAnnuel::getYear, BudgetAnnuel::getAid, BigDecimal::add, TreeMap::new));
    }

    private static List<BudgetRow> departements(List<Plan> plans, PublishedResults published) {
        SortedMap<Departement, List<Plan>> grouped = plans.stream()
                .collect(
                        Collectors.groupingBy(plan -> departement(plan, published), TreeMap::new, Collectors.toList()));
        return grouped.entrySet().stream()
                .map(one -> row(one.getKey(), one.getValue()))
                .toList();
    }

    private static BudgetRow row(Departement departement, List<Plan> plans) {
        Amounts amounts = Amounts.of(plans);
        List<@Nullable BigDecimal> cells = new ArrayList<>(amounts.lines());
        return new BudgetRow(departement.name(), "", "", plans.size(), cells, amounts.total(), left(plans));
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

    /** Aid by line, in euros. A line whose amount nobody knows counts for nothing in a sum, and is no zero: see {@link #unknown}. */
    public record Amounts(Map<AidLineName, BigDecimal> byLine, int unknown) {

        /** Those of many plans together. */
        public static Amounts of(Collection<Plan> plans) {
            Map<AidLineName, BigDecimal> sums = new EnumMap<>(AidLineName.class);
            int unknown = 0;
            for (AidLineName name : AidLineName.values()) {
                sums.put(name, ZERO);
                for (Plan plan : plans) {
                    sums.merge(name, known(plan, name).orElse(ZERO), BigDecimal::add);
                    unknown += known(plan, name).isPresent() ? 0 : 1;
                }
            }
            return new Amounts(sums, unknown);
        }

        /** Aid of one plan by line, in order; null where it is not known. */
        public static List<@Nullable BigDecimal> cells(Plan plan) {
            return Arrays.stream(AidLineName.values())
                    .<@Nullable BigDecimal>map(name -> known(plan, name).orElse(null))
                    .toList();
        }

        private static Optional<BigDecimal> known(Plan plan, AidLineName name) {
            return plan.getAid().stream()
                    .filter(line -> line.getLine() == name)
                    .findFirst()
                    .map(AidLine::getAid);
        }

        /** Of one line. */
        public BigDecimal of(AidLineName name) {
            return byLine.getOrDefault(name, ZERO);
        }

        /** Of each line, in order. */
        public List<BigDecimal> lines() {
            return List.copyOf(byLine.values());
        }

        /** Of all lines together. */
        public BigDecimal total() {
            return sum(lines());
        }

        /** Of the étude and the investissement together, which belong to no budget year. */
        public BigDecimal withoutYear() {
            return of(AidLineName.ETUDE).add(of(AidLineName.INVESTISSEMENT));
        }

        /** Of each of the three years of running, in order. */
        public List<BigDecimal> runningYears() {
            return List.of(
                    of(AidLineName.FONCTIONNEMENT_1),
                    of(AidLineName.FONCTIONNEMENT_2),
                    of(AidLineName.FONCTIONNEMENT_3));
        }
    }

    /** What EPCIs of which no cost is known could be given: from nothing to the ceiling of the scheme, euros. It is no budget. */
    public record CeilingRange(boolean seat, int epcis, BigDecimal ceiling) {

        /** Of these plans, those with a tiers lieu proposed first. */
        public static List<CeilingRange> of(Collection<Plan> plans) {
            return List.of(of(true, plans), of(false, plans));
        }

        private static CeilingRange of(boolean seat, Collection<Plan> plans) {
            List<Plan> those = plans.stream()
                    .filter(plan -> seat == (plan.getSiege() != null))
                    .toList();
            return new CeilingRange(
                    seat,
                    those.size(),
                    those.stream().map(Plan::getTheoreticalCeiling).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    /**
     * A line of a table: an EPCI, or a département with its EPCIs, whose siren and where are empty; a cell is null where its amount is not known,
     * left is what stays with them over the lines whose cost is known, euros.
     */
    public record BudgetRow(
            String name,
            String siren,
            String where,
            int epcis,
            List<@Nullable BigDecimal> cells,
            BigDecimal total,
            BigDecimal left) {}
}
