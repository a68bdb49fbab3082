/**
 * The calendars of the nomadic service as the database keeps them: plans, steps, what each computed, the sessions that stand; what they are
 * asked of; and how pages show them.
 */
@NullMarked
package fr.passerelle.calendar.tour;

import org.jspecify.annotations.NullMarked;
