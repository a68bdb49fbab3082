package fr.passerelle.rules.conversion;

import fr.passerelle.rules.trace.Rule;
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

/**
 * Who hosts the nomadic sessions of a room (RULES 4.5): the room, else a public place of its commune, else the nearest of the EPCI within the
 * radius, else a hall to ask the maire for.
 */
record Hosts(EpciDescribed epci, int radiusMetres) {

    private static final String COMMUNAL_HALL = "salle communale, accord du maire à demander";

    Ruling<Host> of(ScoredRoom scored) {
        List<RegleEssayee> steps = new ArrayList<>();
        Host host = itself(scored, steps)
                .or(() -> inItsCommune(scored.room(), steps))
                .or(() -> nearby(scored.room(), steps))
                .orElseGet(() -> communalHall(scored.room(), steps));
        return new Ruling<>(host, steps);
    }

    private Optional<Host> itself(ScoredRoom scored, List<RegleEssayee> steps) {
        RoomInventoried room = scored.room();
        Operande agreement = Steps.text(
                "accord_proprietaire",
                Answer.of(room.getHosting().getOwnerAgreement()).told().name(),
                Unite.OUI_NON);
        Operande closed = Steps.text(
                "fermeture", room.getClosed() == null ? null : room.getClosed().toString(), Unite.DATE);
        if (!scored.mayStayOpen()) {
            steps.add(Steps.passed(
                    Rule.HOTE, Steps.room(scored.id()), Finding.SALLE_NON_MAINTENUE.name(), agreement, closed));
            return Optional.empty();
        }
        steps.add(Steps.decided(Rule.HOTE, Steps.room(scored.id()), HostKind.SALLE.name(), agreement, closed));
        return Optional.of(host(HostKind.SALLE, room.getName(), room.getInsee())
                .setId(room.getRoomId())
                .build());
    }

    private Optional<Host> inItsCommune(RoomInventoried room, List<RegleEssayee> steps) {
        List<PublicPlace> places = new PublicPlaces(epci).of(room.getInsee());
        Operande count = Steps.whole("lieux_de_la_commune", places.size(), Unite.LIEUX);
        if (places.isEmpty()) {
            steps.add(Steps.passed(
                    Rule.HOTE, Steps.commune(room.getInsee()), Finding.AUCUN_LIEU_DANS_LA_COMMUNE.name(), count));
            return Optional.empty();
        }
        PublicPlace place = places.getFirst();
        steps.add(Steps.decided(
                Rule.HOTE, Steps.place(place.getId()), HostKind.LIEU_PUBLIC.name(), count, weeklyHours(place)));
        return Optional.of(publicPlace(place, 0));
    }

    private Optional<Host> nearby(RoomInventoried room, List<RegleEssayee> steps) {
        Operande radius = Steps.whole("rayon", radiusMetres, Unite.METRES);
        Optional<PublicPlaces.Near> nearest = new PublicPlaces(epci).nearest(room.getInsee());
        if (nearest.isEmpty()) {
            Operande unknown = Steps.number("distance", null, Unite.METRES);
            steps.add(Steps.passed(
                    Rule.HOTE, Steps.epci(epci.getEpci()), Finding.AUCUN_LIEU_A_PORTEE.name(), unknown, radius));
            return Optional.empty();
        }
        PublicPlace place = nearest.get().place();
        int metres = nearest.get().metres();
        Operande distance = Steps.whole("distance", metres, Unite.METRES);
        String on = Steps.place(place.getId());
        if (metres > radiusMetres) {
            steps.add(Steps.passed(
                    Rule.HOTE, on, Finding.AUCUN_LIEU_A_PORTEE.name(), distance, radius, weeklyHours(place)));
            return Optional.empty();
        }
        steps.add(Steps.decided(Rule.HOTE, on, HostKind.LIEU_PUBLIC.name(), distance, radius, weeklyHours(place)));
        return Optional.of(publicPlace(place, metres));
    }

    private Host communalHall(RoomInventoried room, List<RegleEssayee> steps) {
        steps.add(Steps.decided(Rule.HOTE, Steps.commune(room.getInsee()), HostKind.SALLE_COMMUNALE.name()));
        return host(HostKind.SALLE_COMMUNALE, COMMUNAL_HALL, room.getInsee()).build();
    }

    private Host publicPlace(PublicPlace place, int metres) {
        return host(HostKind.LIEU_PUBLIC, place.getName(), place.getInsee())
                .setId(place.getId())
                .setDistanceM(metres)
                .build();
    }

    private Host.Builder host(HostKind kind, String name, String insee) {
        return Host.newBuilder().setKind(kind).setName(name).setInsee(insee).setCommune(Communes.name(epci, insee));
    }

    private static Operande weeklyHours(PublicPlace place) {
        Integer hundredths = place.getWeeklyHoursHundredths();
        return Steps.number(
                "heures_hebdo", hundredths == null ? null : BigDecimal.valueOf(hundredths, 2), Unite.HEURES);
    }
}
