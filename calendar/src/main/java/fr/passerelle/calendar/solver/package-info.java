/**
 * Who could best hold which session where and when: the rhythms of the étapes, then the days of each cycle, chosen exactly by CP-SAT among day
 * tours, from what a search by steps finds. One thread, fixed seeds, limits that are no clock.
 */
@NullMarked
package fr.passerelle.calendar.solver;

import org.jspecify.annotations.NullMarked;
