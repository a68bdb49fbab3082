package fr.passerelle.envelope.implantation;

import fr.passerelle.rules.frequentation.Distance;
import fr.passerelle.schemas.event.Commune;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One EPCI, whose communes are served by stops of its own alone.
 *
 * @param points INSEE codes where somebody helps whatever is chosen: the seat, seats that were notified, rooms of communes that remain
 * @param hosts possible hosts of stops, by INSEE code then identifier
 * @param sessions sessions a month that today's rule gives over its étapes
 * @param quota stops that it gets where each EPCI gets a number of its own
 */
public record StopArea(
        String siren,
        String name,
        List<Commune> communes,
        Set<String> points,
        List<StopHost> hosts,
        int sessions,
        int quota) {

    /**
     * A place where a stop could stand, or stands by today's rule, with the INSEE code and the name of its commune.
     *
     * @param id identifier of the room or public place; null for a communal hall, of which today's rule alone has one
     * @param pinned whether it was notified: it may not move
     * @param byRule whether today's rule has it
     * @param capacity sessions a month that it can hold
     */
    public record StopHost(
            String insee,
            String commune,
            @Nullable String id,
            String name,
            boolean pinned,
            boolean byRule,
            int capacity) {

        /** The stable order: by commune, then identifier, a communal hall first. */
        static final Comparator<StopHost> ORDER = Comparator.comparing(StopHost::insee)
                .thenComparing(StopHost::id, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(StopHost::name);
    }

    /** Inhabitants of its communes. */
    public long population() {
        return communes.stream().mapToLong(Commune::getPopulation).sum();
    }

    /** Those of today's rule, in order. */
    public List<StopHost> byRule() {
        return having(StopHost::byRule);
    }

    /** Those that may not move, in order. */
    public List<StopHost> pinned() {
        return having(StopHost::pinned);
    }

    /** The most sessions a month that so many of its hosts can hold, those that may not move among them. */
    public int mostSessions(int stops) {
        int fixed = pinned().stream().mapToInt(StopHost::capacity).sum();
        return fixed
                + having(host -> !host.pinned()).stream()
                        .map(StopHost::capacity)
                        .sorted(Comparator.reverseOrder())
                        .limit(Math.max(0, stops - pinned().size()))
                        .mapToInt(Integer::intValue)
                        .sum();
    }

    /** Sessions a month that so many stops have to hold: all of today's where they fit, else 0, since nothing is gained by some. */
    public int requiredSessions(int stops) {
        return mostSessions(stops) >= sessions ? sessions : 0;
    }

    /** The fewest stops: those that may not move, and enough for today's sessions, where all hosts together can hold them. */
    public int fewestStops() {
        int stops = pinned().size();
        boolean fits = mostSessions(hosts.size()) >= sessions;
        while (fits && mostSessions(stops) < sessions) {
            stops++;
        }
        return stops;
    }

    private List<StopHost> having(Predicate<StopHost> trait) {
        return hosts.stream().filter(trait).toList();
    }

    /** Inhabitants within the radius of a point, and metres from the worst-off commune to its nearest point; null without a point. */
    public record Reach(long near, @Nullable Integer worstMetres) {}

    /** What some stops reach. */
    public Reach reach(Collection<StopHost> stops, int radiusMetres) {
        Set<String> codes = new HashSet<>(points);
        stops.forEach(stop -> codes.add(stop.insee()));
        List<Commune> standing = communes.stream()
                .filter(commune -> codes.contains(commune.getInsee()))
                .toList();
        long near = 0;
        Integer worst = null;
        for (Commune commune : communes) {
            OptionalLong metres = standing.stream()
                    .mapToLong(point -> Distance.metres(commune, point))
                    .min();
            if (metres.isPresent()) {
                near += metres.getAsLong() <= radiusMetres ? commune.getPopulation() : 0;
                worst = Math.max(worst == null ? 0 : worst, Math.toIntExact(metres.getAsLong()));
            }
        }
        return new Reach(near, worst);
    }
}
