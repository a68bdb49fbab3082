package fr.passerelle.console.budget;

import java.math.BigDecimal;

/**
 * A line of a table: an EPCI, or a département with its EPCIs.
 *
 * @param siren of the EPCI; empty for a département
 * @param where département of the EPCI; empty for a département
 * @param epcis how many EPCIs it adds up
 * @param left what stays with them over the lines whose cost is known, euros
 */
record BudgetRow(String name, String siren, String where, int epcis, Amounts amounts, BigDecimal left) {}
