/** Days of animateurs worked out by hand, and calendars that are broken one rule at a time. */
@NullMarked
package fr.passerelle.calendar.rule;

import org.jspecify.annotations.NullMarked;
