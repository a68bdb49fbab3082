package fr.passerelle.sources.mapping;

import fr.passerelle.sources.table.Glob;
import java.util.List;

/**
 * Lines that add up others: they are controls, never rows.
 *
 * @param column of the file that tells them
 * @param values forms of what it then holds
 */
record TotalLines(Formula.From column, List<Glob> values) {}
