/** Days of animateurs worked out by hand, and calendars that are broken one rule at a time. */
@NullMarked
package fr.passerelle.rules.tour;

import org.jspecify.annotations.NullMarked;
