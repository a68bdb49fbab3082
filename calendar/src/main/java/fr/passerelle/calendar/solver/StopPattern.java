package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.VisitPattern;
import fr.passerelle.schemas.event.Rythme;

/**
 * A visit of an étape that comes back, as it could be held.
 *
 * @param stop place of the étape in the list of the question
 * @param animateur place of who holds it in the list of the question
 */
record StopPattern(int stop, int animateur, Rythme rythme, VisitPattern pattern) {}
