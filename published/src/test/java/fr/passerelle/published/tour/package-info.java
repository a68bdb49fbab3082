/** What a calendar is asked of, against the run that it is about. */
@NullMarked
package fr.passerelle.published.tour;

import org.jspecify.annotations.NullMarked;
