package fr.passerelle.cli.check;

import java.math.BigDecimal;

/**
 * What the accepted rows come to in a column, to be held against the total that its register tells.
 *
 * @param column of the table
 * @param sum exact
 * @param values rows that have one
 * @param empty rows that have none
 */
public record ColumnSum(String column, BigDecimal sum, long values, long empty) {}
