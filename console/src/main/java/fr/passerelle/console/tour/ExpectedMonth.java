package fr.passerelle.console.tour;

import fr.passerelle.rules.frequentation.SeriesSigns;
import fr.passerelle.schemas.bareme.JeuDeRegles.Signalements;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * The presences that a month to come may have, where its past is long enough to tell. Around the mean of the last twelve months, as far as
 * four in five of the months before were from that of their own (split conformal; Vovk, Gammerman and Shafer 2005).
 *
 * @param low presences, from 0
 */
public record ExpectedMonth(long low, long high) {

    private static final int YEAR = 12;
    private static final int LEAST = 2 * YEAR;
    private static final int WHOLE = 10_000;
    private static final int FOUR = 4;
    private static final int FIVE = 5;

    /** What a series leads to expect; empty under two years of it, where its scale breaks, or after a year without anybody. */
    public static Optional<ExpectedMonth> of(SortedMap<YearMonth, Integer> presences, Signalements thresholds) {
        return presences.size() < LEAST || SeriesSigns.isBroken(presences, thresholds)
                ? Optional.empty()
                : of(presences.values().stream().map(Integer::longValue).toList());
    }

    /** The same of a series that does not break. */
    static Optional<ExpectedMonth> of(List<Long> presences) {
        if (presences.size() < LEAST) {
            return Optional.empty();
        }
        long[] distances = IntStream.range(YEAR, presences.size())
                .filter(month -> yearBefore(presences, month) > 0)
                .mapToLong(month -> distance(presences.get(month), yearBefore(presences, month)))
                .sorted()
                .toArray();
        int rank = Math.ceilDiv((distances.length + 1) * FOUR, FIVE);
        long year = yearBefore(presences, presences.size());
        return rank > distances.length || year == 0 ? Optional.empty() : Optional.of(around(year, distances[rank - 1]));
    }

    private static ExpectedMonth around(long year, long distance) {
        return new ExpectedMonth(
                year * Math.max(0, WHOLE - distance) / (YEAR * WHOLE),
                Math.ceilDiv(year * (WHOLE + distance), (long) YEAR * WHOLE));
    }

    /** How far a month is from the mean of a year, in ten-thousandths of that mean, rounded up. */
    private static long distance(long month, long year) {
        return Math.ceilDiv(Math.abs(YEAR * month - year) * WHOLE, year);
    }

    private static long yearBefore(List<Long> presences, int month) {
        return presences.subList(month - YEAR, month).stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
