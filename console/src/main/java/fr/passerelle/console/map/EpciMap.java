package fr.passerelle.console.map;

import fr.passerelle.console.map.PixelGrid.PlaceName;
import fr.passerelle.schemas.event.Host;
import java.util.List;

/**
 * An EPCI, in whole pixels from its top left corner: outlines as the d of an SVG path, empty where it holds nothing beyond the region, links from
 * a room to the host of its étape, where they are apart, and hosts by their number.
 */
public record EpciMap(
        int width,
        int height,
        String communes,
        String outline,
        String beyond,
        List<Link> links,
        List<Host> hosts,
        List<Place> places,
        List<PlaceName> names) {

    /** The marks of its places, each once: what a legend explains. */
    public List<Mark> marks() {
        return places.stream().map(Place::mark).distinct().sorted().toList();
    }

    /** A line between two points. */
    public record Link(int x1, int y1, int x2, int y2) {}

    /** A place that hosts sessions, by the number that the table has, from 1. */
    public record Host(int number, String name, int x, int y) {}

    /** A room or seat, with its shape as the d of an SVG path. */
    public record Place(Mark mark, String name, String path) {}
}
