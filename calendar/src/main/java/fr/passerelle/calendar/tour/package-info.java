/**
 * The calendars of the nomadic service: what they are asked of, how each is computed and published, the sessions that stand, and how pages
 * show them.
 */
@NullMarked
package fr.passerelle.calendar.tour;

import org.jspecify.annotations.NullMarked;
