/** The pages of calendars without a server. */
@NullMarked
package fr.passerelle.console.tour;

import org.jspecify.annotations.NullMarked;
