package fr.passerelle.calendar.solver.search;

import java.util.List;

/**
 * A visit that comes back in an ordinary cycle.
 *
 * @param stop place of its étape in the list of the question
 * @param options ways to hold it, all of one rhythm
 */
public record VisitCall(int stop, List<VisitOption> options) {}
