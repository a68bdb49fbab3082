package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.MinuteSpan;

/**
 * A visit of a day, small enough to be looked up by.
 *
 * @param stop place of its étape in the list of the question
 * @param begins minutes at which its session may begin
 */
record DayVisit(int stop, MinuteSpan begins) {}
