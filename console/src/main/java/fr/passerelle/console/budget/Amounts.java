package fr.passerelle.console.budget;

import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Aid by line, in euros. A line whose amount nobody knows counts for nothing in a sum, and is no zero: see {@link #unknown}.
 *
 * @param lines in the order of {@link AidLineName}
 * @param unknown lines whose amount is not known
 */
record Amounts(List<BigDecimal> lines, int unknown) {

    private static final BigDecimal ZERO = new BigDecimal("0.00");

    /** Nothing. */
    static final Amounts NONE = new Amounts(
            Stream.generate(() -> ZERO).limit(AidLineName.values().length).toList(), 0);

    /** Those of one plan. */
    static Amounts of(Plan plan) {
        return new Amounts(
                Arrays.stream(AidLineName.values()).map(name -> of(plan, name)).toList(),
                Math.toIntExact(plan.getAid().stream()
                        .filter(line -> line.getAid() == null)
                        .count()));
    }

    /** Those of many. */
    static Amounts of(Collection<Plan> plans) {
        return plans.stream().map(Amounts::of).reduce(NONE, Amounts::plus);
    }

    private static BigDecimal of(Plan plan, AidLineName name) {
        return plan.getAid().stream()
                .filter(line -> line.getLine() == name)
                .map(AidLine::getAid)
                .filter(Objects::nonNull)
                .reduce(ZERO, BigDecimal::add);
    }

    Amounts plus(Amounts more) {
        return new Amounts(
                IntStream.range(0, lines.size())
                        .mapToObj(line -> lines.get(line).add(more.lines.get(line)))
                        .toList(),
                unknown + more.unknown);
    }

    /** Of one line. */
    BigDecimal of(AidLineName name) {
        return lines.get(name.ordinal());
    }

    /** Of all lines together. */
    public BigDecimal total() {
        return lines.stream().reduce(ZERO, BigDecimal::add);
    }

    /** Of the three years of running. */
    BigDecimal running() {
        return lines.stream().skip(AidLineName.FONCTIONNEMENT_1.ordinal()).reduce(ZERO, BigDecimal::add);
    }
}
