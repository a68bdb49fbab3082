package fr.passerelle.console.figure;

import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Aid by line, in euros. A line whose amount nobody knows counts for nothing in a sum, and is no zero: see {@link #unknown}.
 *
 * @param byLine of each line
 * @param unknown lines whose amount is not known
 */
public record Amounts(Map<AidLineName, BigDecimal> byLine, int unknown) {

    private static final BigDecimal ZERO = new BigDecimal("0.00");

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
        List<@Nullable BigDecimal> cells = new ArrayList<>();
        for (AidLineName name : AidLineName.values()) {
            cells.add(known(plan, name).orElse(null));
        }
        return Collections.unmodifiableList(cells);
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
        return byLine.values().stream().reduce(ZERO, BigDecimal::add);
    }

    /** Of the étude and the investissement together, which belong to no budget year. */
    public BigDecimal withoutYear() {
        return of(AidLineName.ETUDE).add(of(AidLineName.INVESTISSEMENT));
    }

    /** Of each of the three years of running, in order. */
    public List<BigDecimal> runningYears() {
        return List.of(
                of(AidLineName.FONCTIONNEMENT_1), of(AidLineName.FONCTIONNEMENT_2), of(AidLineName.FONCTIONNEMENT_3));
    }
}
