package fr.passerelle.sources.mapping;

import org.jspecify.annotations.Nullable;

/**
 * Where the name of a period comes from: first day, last day and grain follow from it.
 *
 * @param grain the only one that it may be of; null for any
 */
record PeriodFormula(Formula formula, @Nullable String grain) {}
