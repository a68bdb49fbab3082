package fr.passerelle.envelope.location;

/**
 * A place that may be opened.
 *
 * @param cost of opening it
 * @param capacity what it holds where it is open
 * @param pinned whether it is open whatever is chosen
 */
record Facility(long cost, long capacity, boolean pinned) {}
