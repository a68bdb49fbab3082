package fr.passerelle.console.map;

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
     * @param x of a point within it
     * @param y of that point
     */
    public record Zone(String siren, String name, String path, int x, int y) {}

    /**
     * All places with one mark.
     *
     * @param path their shapes, as the d of an SVG path
     * @param count how many, from 1
     */
    public record Layer(Mark mark, String path, int count) {}
}
