/**
 * Visits that come back, put into the days of a cycle by a search of so many steps: the pattern of a visit, with a slot for each of its days,
 * is what is chosen; the order of a round is a pure function of its visits. Animateurs and vehicles are the same to it.
 */
@NullMarked
package fr.passerelle.calendar.solver.search;

import org.jspecify.annotations.NullMarked;
