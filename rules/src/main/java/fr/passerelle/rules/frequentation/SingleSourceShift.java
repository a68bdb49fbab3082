package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.trace.Steps.number;
import static fr.passerelle.rules.trace.Steps.text;
import static fr.passerelle.rules.trace.Steps.whole;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One room moves the trend of its EPCI: without it, the trend differs by more than the barème allows. Where the others have too little for
 * a trend, nothing can be compared and nothing is shown.
 *
 * @param most change of the trend that leaving out one room may not exceed, 0 to 1
 * @param farthest the room without which the trend differs most, the first by identifier of equals; empty where nothing can be compared
 */
record SingleSourceShift(EpciTrend trend, BigDecimal most, Optional<LeftOut> farthest) {

    private static final String NONE = "AUCUNE_SOURCE_UNIQUE";

    /**
     * A room left out.
     *
     * @param without trend of the others
     * @param shift how far it lies from that of all, from 0
     */
    record LeftOut(String roomId, BigDecimal without, BigDecimal shift) {}

    static SingleSourceShift of(EpciTrend trend, BigDecimal most) {
        return new SingleSourceShift(trend, most, farthest(trend));
    }

    Optional<Flag> flag() {
        return farthest.filter(room -> room.shift().compareTo(most) > 0).map(room -> Flag.SINGLE_SOURCE_SHIFT);
    }

    RegleEssayee step(String siren) {
        @Nullable LeftOut room = farthest.orElse(null);
        return Steps.passed(
                Rule.SOURCE_UNIQUE,
                Steps.epci(siren),
                flag().map(Flag::name).orElse(NONE),
                whole(Tendance.LAST_YEAR, trend.lastYear(), Unite.PRESENCES),
                whole(Tendance.YEAR_BEFORE, trend.yearBefore(), Unite.PRESENCES),
                whole("mois_communs", trend.commonMonths(), Unite.MOIS),
                number("tendance", trend.value().orElse(null), Unite.VARIATION),
                text("salle", room == null ? null : room.roomId(), Unite.CODE),
                number("tendance_sans_elle", room == null ? null : room.without(), Unite.VARIATION),
                number("ecart", room == null ? null : room.shift(), Unite.VARIATION),
                whole("mois_minimum", trend.fenetre().tendanceMinimumMonths(), Unite.MOIS),
                whole("presences_minimum", trend.fenetre().tendanceMinimumPresences(), Unite.PRESENCES),
                number("ecart_maximum", most, Unite.VARIATION));
    }

    private static Optional<LeftOut> farthest(EpciTrend trend) {
        return trend.value().stream()
                .flatMap(all -> leftOut(trend, all))
                .max(Comparator.comparing(LeftOut::shift)
                        .thenComparing(Comparator.comparing(LeftOut::roomId).reversed()));
    }

    private static Stream<LeftOut> leftOut(EpciTrend trend, BigDecimal all) {
        return trend.rooms().stream()
                .flatMap(room -> trend.without(room).value().stream()
                        .map(others -> new LeftOut(
                                room.roomId(), others, all.subtract(others).abs())));
    }
}
