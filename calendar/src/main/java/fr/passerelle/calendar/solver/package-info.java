/**
 * Who could best hold which session where and when: the rhythms of the étapes, then the days of each cycle, chosen exactly by CP-SAT among all
 * day tours, or, where EPCIs share many animateurs, from a search by steps. One thread, fixed seed, limits that are no clock.
 */
@NullMarked
package fr.passerelle.calendar.solver;

import org.jspecify.annotations.NullMarked;
