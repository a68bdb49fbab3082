package fr.passerelle.console.map;

import fr.passerelle.console.map.PixelGrid.PlaceName;
import java.util.List;

/**
 * The region, in whole pixels from its top left corner.
 *
 * @param zones each EPCI, by SIREN
 * @param beyond what EPCIs hold outside of the region, as the d of an SVG path; empty where they hold nothing there
 * @param layers places by what is proposed there, the least decided first, so that what is decided is drawn over it
 * @param towns the most populated communes that have room for their names
 */
public record RegionMap(
        int width, int height, List<Zone> zones, String beyond, List<Layer> layers, List<PlaceName> towns) {

    /** The layers as a legend tells them: the most decided first. */
    public List<Layer> legend() {
        return layers.reversed();
    }

    /**
     * An EPCI.
     *
     * @param path its outline, as the d of an SVG path
     */
    public record Zone(String siren, String name, String path, int x, int y) {}

    /**
     * All places with one mark.
     *
     * @param path their shapes, as the d of an SVG path
     * @param count how many, from 1
     */
    public record Layer(Mark mark, String path, int count) {}

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
}
