package fr.passerelle.envelope.implantation;

import fr.passerelle.rules.frequentation.Distance;
import fr.passerelle.schemas.event.Commune;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What stops reach in their EPCI, with the points that stand whatever is chosen.
 *
 * @param near inhabitants within the radius of a point
 * @param worstMetres from the worst-off commune to its nearest point; empty without a point
 */
public record StopReach(long near, OptionalLong worstMetres) {

    /** Measures. */
    public static StopReach of(StopArea area, Collection<StopHost> stops, int radiusMetres) {
        Set<String> codes = new HashSet<>(area.points());
        stops.forEach(stop -> codes.add(stop.insee()));
        List<Commune> points = area.communes().stream()
                .filter(commune -> codes.contains(commune.getInsee()))
                .toList();
        long near = 0;
        OptionalLong worst = OptionalLong.empty();
        for (Commune commune : area.communes()) {
            OptionalLong metres = points.stream()
                    .mapToLong(point -> Distance.metres(commune, point))
                    .min();
            if (metres.isPresent() && metres.getAsLong() <= radiusMetres) {
                near += commune.getPopulation();
            }
            if (metres.isPresent()) {
                worst = OptionalLong.of(Math.max(worst.orElse(0), metres.getAsLong()));
            }
        }
        return new StopReach(near, worst);
    }
}
