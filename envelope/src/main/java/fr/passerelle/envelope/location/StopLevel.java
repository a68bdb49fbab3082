package fr.passerelle.envelope.location;

/**
 * What a number of stops reach in one EPCI.
 *
 * @param near inhabitants near a point
 * @param bound the most that could be, as the solver proved
 * @param moved stops that today's rule does not have
 * @param proven whether nothing is better
 */
record StopLevel(long near, long bound, long moved, boolean proven) {}
