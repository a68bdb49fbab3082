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

    /** Inhabitants that each group serves, by INSEE code. */
    Map<String, Long> sums(Collection<Commune> communes) {
        return communes.stream()
                .filter(commune -> nearest(commune).isPresent())
                .collect(Collectors.groupingBy(
                        commune -> nearest(commune).orElseThrow().getInsee(),
                        Collectors.summingLong(Commune::getPopulation)));
    }

    private Optional<Commune> nearest(Commune commune) {
        return own(commune)
                .or(() -> centres.stream()
                        .filter(centre -> Distance.metres(commune, centre) <= radiusMetres)
                        .min(Comparator.comparingLong((Commune centre) -> Distance.metres(commune, centre))
                                .thenComparing(Commune::getInsee)));
    }

    private Optional<Commune> own(Commune commune) {
        return centres.stream()
                .filter(centre -> centre.getInsee().equals(commune.getInsee()))
                .findFirst();
    }
}
