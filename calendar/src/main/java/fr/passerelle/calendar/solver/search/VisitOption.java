package fr.passerelle.calendar.solver.search;

import fr.passerelle.calendar.rule.VisitPattern;

/**
 * A way to hold a visit.
 *
 * @param animateur place in the list of the question
 * @param worth sessions of it that can really stand
 */
public record VisitOption(int animateur, VisitPattern pattern, int worth) {}
