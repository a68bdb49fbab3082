package fr.passerelle.rules.conversion;

import static fr.passerelle.rules.trace.Steps.number;
import static fr.passerelle.rules.trace.Steps.text;
import static fr.passerelle.rules.trace.Steps.whole;

import fr.passerelle.schemas.bareme.JeuDeRegles.ConversionRule;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the comparison of candidates looked at, place after place: the rank of the place in the comparison ends each name, from 1. */
final class ComparedOperands {

    private static final int COMPARED = 2;

    private ComparedOperands() {}

    /**
     * How many there are, what orders the first two, and the numbers that it was counted with.
     *
     * @param counted what is counted, as an operand's name
     * @param foremost the first ones, by rank
     */
    static Operande[] ofTheOrder(String counted, int count, List<PlaceContender> foremost, ConversionRule rules) {
        return Stream.of(
                        Stream.of(whole(counted, count, Unite.LIEUX)),
                        IntStream.range(0, Math.min(COMPARED, foremost.size()))
                                .boxed()
                                .flatMap(i -> merits(foremost.get(i), "_" + (i + 1))),
                        Stream.of(
                                whole("rayon_population", rules.populationRadiusMetres(), Unite.METRES),
                                whole("pas_population", rules.populationStep(), Unite.HABITANTS)))
                .flatMap(operands -> operands)
                .toArray(Operande[]::new);
    }

    /** Places with their scores and bounds; null where a site has none. */
    static Operande[] ofBounds(List<Place> places) {
        return IntStream.range(0, places.size())
                .boxed()
                .flatMap(i -> bounds(places.get(i), "_" + (i + 1)))
                .toArray(Operande[]::new);
    }

    private static Stream<Operande> merits(PlaceContender contender, String nth) {
        Merits merits = contender.merits();
        return Stream.of(
                text("lieu" + nth, contender.place().on(), Unite.CODE),
                whole("fonctions_voulues" + nth, merits.wanted(), Unite.FONCTIONS),
                whole("fonctions_confirmees" + nth, merits.confirmed(), Unite.FONCTIONS),
                whole("population" + nth, merits.population(), Unite.HABITANTS));
    }

    private static Stream<Operande> bounds(Place place, String nth) {
        return Stream.of(
                text("lieu" + nth, place.on(), Unite.CODE),
                points("note" + nth, place.score()),
                points("borne_basse" + nth, place.low()),
                points("borne_haute" + nth, place.high()));
    }

    private static Operande points(String name, @Nullable Integer points) {
        return number(name, points == null ? null : BigDecimal.valueOf(points), Unite.POINTS);
    }
}
