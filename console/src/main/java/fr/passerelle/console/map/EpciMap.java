package fr.passerelle.console.map;

import fr.passerelle.console.map.PixelGrid.PlaceName;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Host;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An EPCI, in whole pixels from its top left corner.
 *
 * @param communes the outlines of its communes, as the d of an SVG path
 * @param outline its own
 * @param beyond what it holds outside of the region, the same; empty where it holds nothing there
 * @param links from a room to the host of its étape, where they are apart
 * @param hosts where sessions are held, by their number
 * @param places its rooms and the seats
 * @param names of communes that have room for them
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

    /**
     * A place that hosts sessions.
     *
     * @param number from 1, as the table has it
     */
    public record Host(int number, String name, int x, int y) {}

    /**
     * A room or seat.
     *
     * @param path its shape, as the d of an SVG path
     */
    public record Place(Mark mark, String name, String path) {}

    /** The hosts of the étapes of an EPCI, numbered from 1 as its étapes come, by room: a table and a map show the same numbers. */
    public static final class HostNumbers {

        private final Map<String, Integer> numbers = new LinkedHashMap<>();
        private final Map<Integer, Host> hosts = new LinkedHashMap<>();

        /** Those that the rooms of an EPCI are proposed to become étapes of. */
        public HostNumbers(Collection<Conversion> conversions) {
            conversions.stream().map(Conversion::getHost).filter(Objects::nonNull).forEach(this::add);
        }

        private void add(Host host) {
            int number = numbers.computeIfAbsent(key(host), key -> numbers.size() + 1);
            hosts.putIfAbsent(number, host);
        }

        /**
         * The number of a host.
         *
         * @throws NullPointerException when it hosts no étape of the EPCI
         */
        public int of(Host host) {
            return Objects.requireNonNull(numbers.get(key(host)));
        }

        /** The hosts, by number. */
        Map<Integer, Host> all() {
            return hosts;
        }

        /** What is the same for those that share it: its identifier, or its commune while that has still to be asked. */
        static String key(Host host) {
            return host.getId() == null ? "commune:" + host.getInsee() : host.getId();
        }
    }
}
