package fr.passerelle.rules.conversion;

import static fr.passerelle.rules.trace.Steps.number;
import static fr.passerelle.rules.trace.Steps.text;
import static fr.passerelle.rules.trace.Steps.whole;

import fr.passerelle.schemas.bareme.JeuDeRegles.ConversionRule;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the comparison of candidates looked at, place after place. */
final class Operands {

    private Operands() {}

    /** How many candidates there are, what orders the first two, and the numbers that it was counted with. */
    static Operande[] ofTheOrder(List<Contender> candidates, ConversionRule rules) {
        return Stream.of(
                        Stream.of(whole("candidates", candidates.size(), Unite.LIEUX)),
                        candidates.stream().limit(2).flatMap(Operands::merits),
                        Stream.of(
                                whole("rayon_population", rules.populationRadiusMetres(), Unite.METRES),
                                whole("pas_population", rules.populationStep(), Unite.HABITANTS)))
                .flatMap(operands -> operands)
                .toArray(Operande[]::new);
    }

    /** Places and their bounds; null where a site has none. */
    static Operande[] ofBounds(List<Place> places) {
        return places.stream()
                .flatMap(place -> Stream.of(
                        text("lieu", place.on(), Unite.CODE),
                        points("note", place.score()),
                        points("borne_basse", place.low()),
                        points("borne_haute", place.high())))
                .toArray(Operande[]::new);
    }

    private static Stream<Operande> merits(Contender contender) {
        Merits merits = contender.merits();
        return Stream.of(
                text("lieu", contender.place().on(), Unite.CODE),
                whole("fonctions_voulues", merits.wanted(), Unite.FONCTIONS),
                whole("fonctions_confirmees", merits.confirmed(), Unite.FONCTIONS),
                whole("population", merits.population(), Unite.HABITANTS));
    }

    private static Operande points(String name, @Nullable Integer points) {
        return number(name, points == null ? null : BigDecimal.valueOf(points), Unite.POINTS);
    }
}
