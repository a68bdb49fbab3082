package fr.passerelle.envelope.implantation;

import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.rules.financing.NotifiedEtapes;
import fr.passerelle.rules.financing.NotifiedSeats;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.Siege;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From what a run proposes to where stops could stand.
 *
 * @param maxSessionsAMonth sessions that a host can hold, of the run's barème
 * @param proposals of the run
 * @param rooms its inventory, by identifier
 * @param decisions in the order of the log
 */
public record StopAreas(
        int maxSessionsAMonth,
        Proposals proposals,
        Map<String, RoomInventoried> rooms,
        List<DecisionRecorded> decisions) {

    /** One for each EPCI that something is known of, with or without rooms, by SIREN; the quota is what today's rule has. */
    public List<StopArea> of(Collection<EpciDescribed> epcis) {
        return epcis.stream()
                .sorted(Comparator.comparing(EpciDescribed::getEpci))
                .map(this::area)
                .toList();
    }

    private StopArea area(EpciDescribed epci) {
        List<Conversion> conversions = proposals.conversions().values().stream()
                .filter(conversion -> conversion.getEpci().equals(epci.getEpci()))
                .toList();
        Map<String, Siege> seats = seats(epci.getEpci());
        StopHosts hosts = new StopHosts(epci, maxSessionsAMonth);
        hosts.addStops(conversions, NotifiedEtapes.of(decisions));
        hosts.addRooms(scored(epci.getEpci()).filter(room -> !seats.containsKey(Steps.room(room.id()))));
        hosts.addPlaces();
        return new StopArea(
                epci.getEpci(),
                epci.getName(),
                epci.getCommunes(),
                fixedPoints(seats.values(), scored(epci.getEpci())),
                hosts.inOrder(),
                conversions.stream().mapToInt(Conversion::getSessionsAMonth).sum(),
                hosts.byRule());
    }

    /** The seat that the plan proposes and those that were notified and that it still compares, by subject. */
    private Map<String, Siege> seats(String siren) {
        Plan plan = proposals.plans().get(siren);
        Map<String, Siege> seats = new LinkedHashMap<>();
        if (plan != null) {
            List<String> notified = NotifiedSeats.of(siren, about(siren));
            Stream.concat(
                            Stream.ofNullable(plan.getSiege()),
                            plan.getCandidates().stream()
                                    .map(Concurrent::getSiege)
                                    .filter(seat -> notified.contains(Steps.seat(seat))))
                    .forEach(seat -> seats.put(Steps.seat(seat), seat));
        }
        return seats;
    }

    private static Set<String> fixedPoints(Collection<Siege> seats, Stream<ScoredRoom> rooms) {
        return Stream.concat(
                        seats.stream().map(Siege::getInsee),
                        rooms.filter(ScoredRoom::remains)
                                .map(room -> room.room().getInsee()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<DecisionRecorded> about(String siren) {
        return decisions.stream()
                .filter(decision -> decision.getEpci().equals(siren))
                .toList();
    }

    private Stream<ScoredRoom> scored(String siren) {
        return rooms.values().stream()
                .filter(room -> room.getEpci().equals(siren))
                .flatMap(room -> Stream.ofNullable(proposals.scores().get(room.getRoomId()))
                        .map(score -> new ScoredRoom(room, score)));
    }
}
