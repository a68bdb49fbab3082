package fr.passerelle.sources.mapping;

/**
 * Months that stand side by side: each cell that is not empty is a row of its own.
 *
 * @param target column of the table that the cells go to
 * @param months which columns are months
 */
record MonthColumns(String target, MonthHeaders months) {}
