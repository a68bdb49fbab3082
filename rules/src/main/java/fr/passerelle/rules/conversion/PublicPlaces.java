package fr.passerelle.rules.conversion;

import fr.passerelle.rules.frequentation.Distance;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.PublicPlace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The public places of an EPCI as hosts. A bus is none: it is elsewhere the next day, and has no room of its own. The longest open comes first, since a session fits its hours best; unknown hours last, then by id. */
public record PublicPlaces(EpciDescribed epci) {

    private static final Comparator<PublicPlace> LONGEST_OPEN = Comparator.comparing(
                    PublicPlace::getWeeklyHoursHundredths, Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed()
            .thenComparing(PublicPlace::getId);

    private static final Comparator<Near> NEAREST =
            Comparator.comparingLong(Near::metres).thenComparing(Near::place, LONGEST_OPEN);

    /** A place and the metres between the centroids of two communes. */
    record Near(PublicPlace place, int metres) {}

    /** Those that can host at all. */
    public static Stream<PublicPlace> hosts(EpciDescribed epci) {
        return epci.getPublicPlaces().stream().filter(place -> !place.getItinerant());
    }

    /** Those of a commune, best host first. */
    List<PublicPlace> of(String insee) {
        return hosts(epci)
                .filter(place -> place.getInsee().equals(insee))
                .sorted(LONGEST_OPEN)
                .toList();
    }

    /** The nearest of the EPCI; empty where it has none, or where the commune is not of it: then no distance is known. */
    Optional<Near> nearest(String insee) {
        return Communes.find(epci, insee).flatMap(this::nearest);
    }

    private Optional<Near> nearest(Commune commune) {
        return hosts(epci).flatMap(place -> from(commune, place)).min(NEAREST);
    }

    private Stream<Near> from(Commune commune, PublicPlace place) {
        return Communes.find(epci, place.getInsee())
                .map(other -> new Near(place, Math.toIntExact(Distance.metres(commune, other))))
                .stream();
    }
}
