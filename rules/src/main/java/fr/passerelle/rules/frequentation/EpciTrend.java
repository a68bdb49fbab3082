package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles.Fenetre;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.IndicateurName;
import fr.passerelle.schemas.event.Operande;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The trend of some rooms together: Σ of the second year ÷ Σ of the first − 1, over the months of each room that are observed in both
 * years. It asks for as many calendar months and presences as that of one room (RULES 3).
 */
record EpciTrend(List<Source> rooms, Fenetre fenetre) {

    /**
     * A room of it, also where it has too little for a trend of its own.
     *
     * @param months its common months, of the last year
     */
    record Source(String roomId, long lastYear, long yearBefore, List<String> months) {}

    static EpciTrend of(List<Frequentation> rooms, Fenetre fenetre) {
        return new EpciTrend(rooms.stream().flatMap(EpciTrend::source).toList(), fenetre);
    }

    EpciTrend without(Source room) {
        return new EpciTrend(rooms.stream().filter(other -> !other.equals(room)).toList(), fenetre);
    }

    long lastYear() {
        return rooms.stream().mapToLong(Source::lastYear).sum();
    }

    long yearBefore() {
        return rooms.stream().mapToLong(Source::yearBefore).sum();
    }

    /** Calendar months of the last year in which a room at least is observed, and was a year before. */
    long commonMonths() {
        return rooms.stream().flatMap(room -> room.months().stream()).distinct().count();
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
                        presences(indicateur, Tendance.LAST_YEAR),
                        presences(indicateur, Tendance.YEAR_BEFORE),
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
