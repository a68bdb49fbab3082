package fr.passerelle.envelope.implantation;

import fr.passerelle.envelope.implantation.StopArea.StopHost;
import fr.passerelle.rules.conversion.Hosts;
import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.conversion.SharedHosts;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.rules.financing.Notifications;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.Siege;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From what a run proposes to where stops could stand: rooms are by identifier, decisions in the order of the log. */
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
        PossibleHosts hosts = new PossibleHosts(epci, maxSessionsAMonth, new HashMap<>());
        hosts.addStops(conversions, Notifications.etapes(decisions));
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
            List<String> notified = Notifications.seats(
                    siren,
                    decisions.stream()
                            .filter(decision -> decision.getEpci().equals(siren))
                            .toList());
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

    private Stream<ScoredRoom> scored(String siren) {
        return rooms.values().stream()
                .filter(room -> room.getEpci().equals(siren))
                .flatMap(room -> Stream.ofNullable(proposals.scores().get(room.getRoomId()))
                        .map(score -> new ScoredRoom(room, score)));
    }

    /** The possible hosts of an EPCI, each once, by its subject. */
    private record PossibleHosts(EpciDescribed epci, int capacity, Map<String, StopHost> bySubject) {

        /** The hosts of today's rule, wherever they are; a host is pinned where one of its rooms was notified as an étape. */
        void addStops(Collection<Conversion> conversions, Set<String> notified) {
            conversions.stream().filter(etape -> etape.getHost() != null).forEach(etape -> {
                Host host = etape.getHost();
                boolean pinned = notified.contains(etape.getRoomId());
                bySubject.merge(
                        SharedHosts.ofHost(host),
                        host(host.getInsee(), host.getId(), host.getName(), pinned, true),
                        (known, next) -> known.pinned() ? known : next);
            });
        }

        /** The rooms of the region that may stay open, in a commune of the EPCI. */
        void addRooms(Stream<ScoredRoom> rooms) {
            rooms.filter(scored -> scored.convertible() && scored.mayStayOpen())
                    .map(ScoredRoom::room)
                    .forEach(room ->
                            add(Steps.room(room.getRoomId()), room.getInsee(), room.getRoomId(), room.getName()));
        }

        void addPlaces() {
            Hosts.publicPlaces(epci)
                    .forEach(
                            place -> add(Steps.place(place.getId()), place.getInsee(), place.getId(), place.getName()));
        }

        private void add(String subject, String insee, String id, String name) {
            if (Hosts.communeName(epci, insee) != null) {
                bySubject.putIfAbsent(subject, host(insee, id, name, false, false));
            }
        }

        private StopHost host(String insee, @Nullable String id, String name, boolean pinned, boolean byRule) {
            String commune = Objects.requireNonNullElse(Hosts.communeName(epci, insee), insee);
            return new StopHost(insee, commune, id, name, pinned, byRule, capacity);
        }

        List<StopHost> inOrder() {
            return bySubject.values().stream().sorted(StopHost.ORDER).toList();
        }

        int byRule() {
            return (int) bySubject.values().stream().filter(StopHost::byRule).count();
        }
    }
}
