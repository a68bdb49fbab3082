package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.trace.Steps.number;
import static fr.passerelle.rules.trace.Steps.text;
import static fr.passerelle.rules.trace.Steps.whole;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.bareme.JeuDeRegles.Fenetre;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.IndicateurName;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the attendance of an EPCI shows beside its plan, and never decides (RULES 2). The perimeter is that of the rooms open at the as-of,
 * autonomous ones and those without a score included.
 *
 * @param steps how {@link Flag#PARTIAL_RETURN} and {@link Flag#SINGLE_SOURCE_SHIFT} were tried
 */
public record EpciFlags(List<RegleEssayee> steps) {

    private static final Set<String> CODES = Set.of(Flag.PARTIAL_RETURN.name(), Flag.SINGLE_SOURCE_SHIFT.name());

    /** @param rooms every room of the EPCI, in any order, scored as of the same month */
    public static EpciFlags of(String siren, List<Frequentation> rooms, JeuDeRegles rules) {
        List<Frequentation> open = rooms.stream()
                .filter(room -> RoomOpening.isOpen(room.getState()))
                .sorted(Comparator.comparing(Frequentation::getRoomId))
                .toList();
        String on = Steps.epci(siren);
        return new EpciFlags(List.of(
                partialReturn(on, open, rules.signalements().partialReturnShare()),
                singleSourceShift(
                        on,
                        EpciTrend.of(open, rules.fenetre()),
                        rules.signalements().singleSourceShift())));
    }

    /** Stable codes of the flags that hold, in order. */
    public List<String> codes() {
        return steps.stream()
                .map(RegleEssayee::getOutcome)
                .filter(CODES::contains)
                .toList();
    }

    /**
     * Of the rooms observed in the month of the as-of a year before, too few are observed in the as-of's. A room that is known to be closed
     * over that month has nothing to return, and is left out.
     *
     * @param leastShare share under which the return is partial, 0 to 1
     */
    private static RegleEssayee partialReturn(String on, List<Frequentation> rooms, BigDecimal leastShare) {
        List<Frequentation> yearBefore = rooms.stream()
                .filter(room -> isObserved(room, asOf(room).minusYears(1)))
                .filter(room ->
                        isObserved(room, asOf(room)) || room.getMonthsMissing().contains(room.getAsOf()))
                .toList();
        long now =
                yearBefore.stream().filter(room -> isObserved(room, asOf(room))).count();
        BigDecimal least = leastShare.multiply(BigDecimal.valueOf(yearBefore.size()));
        return Steps.passed(
                Rule.RETOUR_PARTIEL,
                on,
                BigDecimal.valueOf(now).compareTo(least) < 0 ? Flag.PARTIAL_RETURN.name() : "RETOUR_SUFFISANT",
                whole("salles_observees", now, Unite.SALLES),
                whole("salles_observees_un_an_avant", yearBefore.size(), Unite.SALLES),
                number("part_minimale", leastShare, Unite.PART));
    }

    private static YearMonth asOf(Frequentation room) {
        return YearMonth.parse(room.getAsOf());
    }

    /** Every observed month of the window is one that regularity rests on. */
    private static boolean isObserved(Frequentation room, YearMonth month) {
        return room.getIndicateurs().stream()
                .filter(indicateur -> indicateur.getName() == IndicateurName.REGULARITE)
                .anyMatch(indicateur -> indicateur.getMonths().contains(month.toString()));
    }

    /** A room left out: the trend of the others, and how far it lies from that of all, from 0. */
    private record LeftOut(String roomId, BigDecimal without, BigDecimal shift) {}

    /**
     * One room moves the trend of its EPCI: without it, the trend differs by more than the barème allows. Where the others have too little for
     * a trend, nothing can be compared and nothing is shown.
     *
     * @param most change of the trend that leaving out one room may not exceed, 0 to 1
     */
    private static RegleEssayee singleSourceShift(String on, EpciTrend trend, BigDecimal most) {
        @Nullable LeftOut room = farthest(trend).orElse(null);
        return Steps.passed(
                Rule.SOURCE_UNIQUE,
                on,
                room != null && room.shift().compareTo(most) > 0
                        ? Flag.SINGLE_SOURCE_SHIFT.name()
                        : "AUCUNE_SOURCE_UNIQUE",
                whole(Indicator.LAST_YEAR, trend.lastYear(), Unite.PRESENCES),
                whole(Indicator.YEAR_BEFORE, trend.yearBefore(), Unite.PRESENCES),
                whole("mois_communs", trend.commonMonths(), Unite.MOIS),
                number("tendance", trend.value().orElse(null), Unite.VARIATION),
                text("salle", room == null ? null : room.roomId(), Unite.CODE),
                number("tendance_sans_elle", room == null ? null : room.without(), Unite.VARIATION),
                number("ecart", room == null ? null : room.shift(), Unite.VARIATION),
                whole("mois_minimum", trend.fenetre().tendanceMinimumMonths(), Unite.MOIS),
                whole("presences_minimum", trend.fenetre().tendanceMinimumPresences(), Unite.PRESENCES),
                number("ecart_maximum", most, Unite.VARIATION));
    }

    /** The room without which the trend differs most, the first by identifier of equals; empty where nothing can be compared. */
    private static Optional<LeftOut> farthest(EpciTrend trend) {
        return trend.value().stream()
                .flatMap(all -> trend.rooms().stream()
                        .flatMap(room -> trend.without(room).value().stream()
                                .map(others -> new LeftOut(
                                        room.roomId(),
                                        others,
                                        all.subtract(others).abs()))))
                .max(Comparator.comparing(LeftOut::shift)
                        .thenComparing(Comparator.comparing(LeftOut::roomId).reversed()));
    }

    /**
     * The trend of some rooms together: Σ of the second year ÷ Σ of the first − 1, over the months of each room that are observed in both
     * years. It asks for as many calendar months and presences as that of one room (RULES 3).
     */
    record EpciTrend(List<Source> rooms, Fenetre fenetre) {

        /** A room of it, also where it has too little for a trend of its own: its common months are of the last year. */
        record Source(String roomId, long lastYear, long yearBefore, List<String> months) {}

        static EpciTrend of(List<Frequentation> rooms, Fenetre fenetre) {
            return new EpciTrend(rooms.stream().flatMap(EpciTrend::source).toList(), fenetre);
        }

        EpciTrend without(Source room) {
            return new EpciTrend(
                    rooms.stream().filter(other -> !other.equals(room)).toList(), fenetre);
        }

        long lastYear() {
            return rooms.stream().mapToLong(Source::lastYear).sum();
        }

        long yearBefore() {
            return rooms.stream().mapToLong(Source::yearBefore).sum();
        }

        /** Calendar months of the last year in which a room at least is observed, and was a year before. */
        long commonMonths() {
            return rooms.stream()
                    .flatMap(room -> room.months().stream())
                    .distinct()
                    .count();
        }

        /** Six places; empty where too little is observed. */
        Optional<BigDecimal> value() {
            boolean enough = commonMonths() >= fenetre.tendanceMinimumMonths()
                    && yearBefore() >= fenetre.tendanceMinimumPresences()
                    && yearBefore() > 0;
            return enough
                    ? Optional.of(Decimals.divide(lastYear(), yearBefore()).subtract(BigDecimal.ONE))
                    : Optional.empty();
        }

        private static Stream<Source> source(Frequentation room) {
            return room.getIndicateurs().stream()
                    .filter(indicateur -> indicateur.getName() == IndicateurName.TENDANCE)
                    .filter(indicateur -> !indicateur.getMonths().isEmpty())
                    .map(indicateur -> new Source(
                            room.getRoomId(),
                            presences(indicateur, Indicator.LAST_YEAR),
                            presences(indicateur, Indicator.YEAR_BEFORE),
                            lastYear(indicateur.getMonths())));
        }

        private static long presences(Indicateur tendance, String operand) {
            return tendance.getOperands().stream()
                    .filter(taken -> taken.getName().equals(operand))
                    .map(Operande::getAmount)
                    .mapToLong(amount -> Objects.requireNonNull(amount).longValueExact())
                    .sum();
        }

        /** The months of both years are told first year first. */
        private static List<String> lastYear(List<String> months) {
            return months.subList(months.size() / 2, months.size());
        }
    }
}
