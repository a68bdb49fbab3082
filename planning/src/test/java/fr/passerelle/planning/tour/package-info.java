/** Files of animateurs, places, journeys and sessions with each fault that they may have, and the weeks of a calendar. */
@NullMarked
package fr.passerelle.planning.tour;

import org.jspecify.annotations.NullMarked;
