package fr.passerelle.optimum.tour;

import fr.passerelle.rules.tour.VisitPattern;
import fr.passerelle.schemas.event.Rythme;

/**
 * A visit of an étape that comes back, as it could be held.
 *
 * @param stop place of the étape in the list of the question
 * @param animateur place of who holds it in the list of the question
 */
record StopPattern(int stop, int animateur, Rythme rythme, VisitPattern pattern) {}
