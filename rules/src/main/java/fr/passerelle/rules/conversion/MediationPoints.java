package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Siege;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Communes that have a point of mediation (RULES 4.7): a place where somebody helps with the digital. A public place of the EPCI is one only
 * as host of an étape, and a tiers lieu that the EPCI already has is none, since nobody told where it is: neither today nor as proposed.
 */
final class MediationPoints {

    private MediationPoints() {}

    /** Today: the rooms open at the as-of, whoever manages them. */
    static Set<String> today(List<ScoredRoom> rooms) {
        return insee(rooms.stream().filter(ScoredRoom::isOpen));
    }

    /** As proposed: the seat, the hosts of the étapes, and the rooms of communes that remain. */
    static Set<String> proposed(List<ScoredRoom> rooms, Conversions conversions) {
        Stream<String> seat = conversions.seating().seat().map(Siege::getInsee).stream();
        Stream<String> hosts = conversions.list().stream()
                .flatMap(conversion -> Optional.ofNullable(conversion.getHost()).stream())
                .map(Host::getInsee);
        Set<String> points = insee(rooms.stream().filter(ScoredRoom::remains));
        Stream.concat(seat, hosts).forEach(points::add);
        return points;
    }

    private static Set<String> insee(Stream<ScoredRoom> rooms) {
        return rooms.map(room -> room.room().getInsee()).collect(Collectors.toCollection(TreeSet::new));
    }
}
