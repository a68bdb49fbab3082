package fr.passerelle.cli.dataset;

/**
 * A place on Earth, WGS 84 degrees.
 *
 * @param precise whether it is the place itself; else it is the centre of its commune
 */
public record Point(double latitude, double longitude, boolean precise) {}
