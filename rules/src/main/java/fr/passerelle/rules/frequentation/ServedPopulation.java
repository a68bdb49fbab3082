package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.trace.Steps.text;
import static fr.passerelle.rules.trace.Steps.whole;

import fr.passerelle.rules.frequentation.Indicator.Unavailability;
import fr.passerelle.rules.frequentation.Population.Groups;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The inhabitants that a room serves, with the reasoning.
 *
 * @param inhabitants six places; null when it serves nobody that is known
 * @param steps the communes of its group, then its share of them
 */
public record ServedPopulation(@Nullable BigDecimal inhabitants, List<RegleEssayee> steps) {

    /** Of a room that serves nobody that is known: it has no EPCI, is not open, or its commune is not of its EPCI. */
    public static ServedPopulation nobody(RoomInventoried room) {
        RegleEssayee step = Steps.passed(
                Rule.POPULATION_DESSERVIE,
                Steps.room(room.getRoomId()),
                Unavailability.SANS_POPULATION.name(),
                text("commune", room.getInsee(), Unite.CODE),
                text("epci", room.getEpci(), Unite.CODE));
        return new ServedPopulation(null, List.of(step));
    }

    /** As a score found them, to score the same room again; their reasoning is left to it. */
    public static ServedPopulation asIn(Frequentation measured) {
        return new ServedPopulation(measured.getPopulationServed(), List.of());
    }

    /** Of a room in its group. */
    static ServedPopulation of(RoomInventoried room, List<Groups.ServedCommune> communes, int rooms, int radiusMetres) {
        long sum = communes.stream()
                .mapToLong(served -> served.commune().getPopulation())
                .sum();
        BigDecimal each = Decimals.divide(sum, rooms);
        RegleEssayee share = Steps.passed(
                Rule.POPULATION_DESSERVIE,
                Steps.room(room.getRoomId()),
                each.toPlainString(),
                text("groupe", room.getInsee(), Unite.CODE),
                whole("habitants_du_groupe", sum, Unite.HABITANTS),
                whole("salles_du_groupe", rooms, Unite.SALLES));
        return new ServedPopulation(
                each,
                Stream.concat(communes.stream().map(served -> step(served, radiusMetres)), Stream.of(share))
                        .toList());
    }

    private static RegleEssayee step(Groups.ServedCommune served, int radiusMetres) {
        return Steps.passed(
                Rule.POPULATION_DESSERVIE,
                Steps.commune(served.commune().getInsee()),
                served.centre().getInsee(),
                whole("habitants", served.commune().getPopulation(), Unite.HABITANTS),
                whole("distance", served.metres(), Unite.METRES),
                whole("rayon", radiusMetres, Unite.METRES));
    }
}
