package fr.passerelle.console.budget;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a table: an EPCI, or a département with its EPCIs.
 *
 * @param siren of the EPCI; empty for a département
 * @param where département of the EPCI; empty for a département
 * @param epcis how many EPCIs it adds up
 * @param cells aid by line; null where the amount of an EPCI's line is not known
 * @param total of the lines that are known
 * @param left what stays with them over the lines whose cost is known, euros
 */
public record BudgetRow(
        String name,
        String siren,
        String where,
        int epcis,
        List<@Nullable BigDecimal> cells,
        BigDecimal total,
        BigDecimal left) {}
