package fr.passerelle.rules.conversion;

import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who hosts the nomadic sessions of a room (RULES 4.5): the room, else a public place of its commune, else the nearest of the EPCI within the
 * radius, else a hall to ask the maire for.
 */
record Hosts(EpciDescribed epci, int radiusMetres) {

    private static final String COMMUNAL_HALL = "salle communale, accord du maire à demander";

    Ruling<Host> of(ScoredRoom scored) {
        RoomInventoried room = scored.room();
        List<RegleEssayee> steps = new ArrayList<>();
        Host host = noting(itself(scored), steps)
                .or(() -> noting(inItsCommune(room), steps))
                .or(() -> noting(nearby(room), steps))
                .or(() -> noting(communalHall(room), steps))
                .orElseThrow();
        return new Ruling<>(host, steps);
    }

    private static Optional<Host> noting(HostOption option, List<RegleEssayee> steps) {
        steps.add(option.step());
        return option.host();
    }

    private HostOption itself(ScoredRoom scored) {
        RoomInventoried room = scored.room();
        Operande[] looked = {agreement(room), Steps.day("fermeture", room.getClosed())};
        return scored.mayStayOpen()
                ? HostOption.taken(Steps.room(room.getRoomId()), hostedBy(room), looked)
                : HostOption.refused(Steps.room(room.getRoomId()), Finding.SALLE_NON_MAINTENUE, looked);
    }

    private HostOption inItsCommune(RoomInventoried room) {
        List<PublicPlace> places = new PublicPlaces(epci).of(room.getInsee());
        Operande count = Steps.whole("lieux_de_la_commune", places.size(), Unite.LIEUX);
        return places.stream()
                .findFirst()
                .map(place -> HostOption.taken(on(place), hostedBy(place, 0), count, weeklyHours(place)))
                .orElseGet(() ->
                        HostOption.refused(Steps.commune(room.getInsee()), Finding.AUCUN_LIEU_DANS_LA_COMMUNE, count));
    }

    private HostOption nearby(RoomInventoried room) {
        return new PublicPlaces(epci)
                .nearest(room.getInsee())
                .map(this::nearby)
                .orElseGet(() -> HostOption.refused(
                        Steps.epci(epci.getEpci()), Finding.AUCUN_LIEU_A_PORTEE, distance(null), radius()));
    }

    private HostOption nearby(PublicPlaces.Near near) {
        PublicPlace place = near.place();
        Operande[] looked = {distance(BigDecimal.valueOf(near.metres())), radius(), weeklyHours(place)};
        return near.metres() <= radiusMetres
                ? HostOption.taken(on(place), hostedBy(place, near.metres()), looked)
                : HostOption.refused(on(place), Finding.AUCUN_LIEU_A_PORTEE, looked);
    }

    private HostOption communalHall(RoomInventoried room) {
        Host hall =
                host(HostKind.SALLE_COMMUNALE, COMMUNAL_HALL, room.getInsee()).build();
        return HostOption.taken(Steps.commune(room.getInsee()), hall);
    }

    private Host hostedBy(RoomInventoried room) {
        return host(HostKind.SALLE, room.getName(), room.getInsee())
                .setId(room.getRoomId())
                .build();
    }

    private Host hostedBy(PublicPlace place, int metres) {
        return host(HostKind.LIEU_PUBLIC, place.getName(), place.getInsee())
                .setId(place.getId())
                .setDistanceM(metres)
                .build();
    }

    private Host.Builder host(HostKind kind, String name, String insee) {
        return Host.newBuilder().setKind(kind).setName(name).setInsee(insee).setCommune(Communes.name(epci, insee));
    }

    private static String on(PublicPlace place) {
        return Steps.place(place.getId());
    }

    private static Operande agreement(RoomInventoried room) {
        return Steps.answer("accord_proprietaire", room.getHosting().getOwnerAgreement());
    }

    private Operande radius() {
        return Steps.whole("rayon", radiusMetres, Unite.METRES);
    }

    private static Operande distance(@Nullable BigDecimal metres) {
        return Steps.number("distance", metres, Unite.METRES);
    }

    private static Operande weeklyHours(PublicPlace place) {
        Integer hundredths = place.getWeeklyHoursHundredths();
        return Steps.number(
                "heures_hebdo", hundredths == null ? null : BigDecimal.valueOf(hundredths, 2), Unite.HEURES);
    }
}
