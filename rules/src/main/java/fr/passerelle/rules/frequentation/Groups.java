package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.Commune;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Groups of rooms, one a commune.
 *
 * @param centres the communes that have one, by INSEE code
 */
record Groups(List<Commune> centres, int radiusMetres) {

    /**
     * A commune with the group that serves it.
     *
     * @param metres from its centroid to that of the group
     */
    record ServedCommune(Commune commune, Commune centre, long metres) {}

    /** The communes that each group serves, by INSEE code of the group, each by its own. */
    Map<String, List<ServedCommune>> served(Collection<Commune> communes) {
        return communes.stream()
                .sorted(Comparator.comparing(Commune::getInsee))
                .flatMap(commune -> nearest(commune).stream())
                .collect(Collectors.groupingBy(served -> served.centre().getInsee()));
    }

    private Optional<ServedCommune> nearest(Commune commune) {
        return own(commune)
                .or(() -> centres.stream()
                        .map(centre -> new ServedCommune(commune, centre, Distance.metres(commune, centre)))
                        .filter(served -> served.metres() <= radiusMetres)
                        .min(Comparator.comparingLong(ServedCommune::metres)
                                .thenComparing(served -> served.centre().getInsee())));
    }

    private Optional<ServedCommune> own(Commune commune) {
        return centres.stream()
                .filter(centre -> centre.getInsee().equals(commune.getInsee()))
                .map(centre -> new ServedCommune(commune, centre, 0))
                .findFirst();
    }
}
