/** Calendars of the nomadic service: planned on the étapes of a published run, computed exactly as planned, published or discarded; and sessions held. */
@NullMarked
package fr.passerelle.planning.tour;

import org.jspecify.annotations.NullMarked;
