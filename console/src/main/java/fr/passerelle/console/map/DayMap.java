package fr.passerelle.console.map;

import java.util.List;

/**
 * The halts of a day over their land.
 *
 * @param land its zones are the EPCIs of the day
 * @param way straight lines from halt to halt and back, as the d of an SVG path
 */
public record DayMap(RegionMap land, String way, List<Stop> stops) {

    /**
     * Somewhere to be drawn.
     *
     * @param number from 1 in the order of the day; 0 for where it begins and ends
     * @param latitude WGS 84 degrees
     * @param longitude WGS 84 degrees
     */
    public record Place(int number, String name, double latitude, double longitude) {}

    /** A place where it is drawn. */
    public record Stop(int number, String name, int x, int y) {}
}
