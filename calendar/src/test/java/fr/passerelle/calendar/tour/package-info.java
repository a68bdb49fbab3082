/** What a calendar is asked of, against the run that it is about. */
@NullMarked
package fr.passerelle.calendar.tour;

import org.jspecify.annotations.NullMarked;
