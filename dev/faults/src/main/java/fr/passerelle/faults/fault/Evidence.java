package fr.passerelle.faults.fault;

/**
 * What shows whether a fault took place.
 *
 * @param fired whether it did; without it the round proves nothing
 * @param what what was seen, in French
 */
public record Evidence(boolean fired, String what) {}
