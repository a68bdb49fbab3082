package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles.Signalements;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.RoomInventoried;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A room as its indicators see it.
 *
 * @param months every month of the window, in order
 * @param yearlyCount the latest one, absent without one
 * @param population inhabitants served, six places; null where unknown
 */
record RoomWindow(
        RoomInventoried room,
        Window window,
        List<MonthFigures> months,
        Optional<YearlyCount> yearlyCount,
        @Nullable BigDecimal population) {

    private static final int YEAR = 12;

    static RoomWindow of(RoomInventoried room, RoomRegister register, @Nullable BigDecimal population, Window window) {
        OpenDays openDays = new OpenDays(room, register.closures());
        return new RoomWindow(
                room,
                window,
                FinestGrain.months(register, openDays, window),
                YearlyCount.of(register, window),
                population);
    }

    boolean isOpenAtTheEnd() {
        return OpenDays.isOpenAt(room, window.last());
    }

    List<MonthFigures> open() {
        return months(MonthFigures::isOpen);
    }

    List<MonthFigures> observed() {
        return months(MonthFigures::isObserved);
    }

    List<MonthFigures> missing() {
        return months(MonthFigures::isMissing);
    }

    /** The last twelve months of the window. */
    List<MonthFigures> lastYear() {
        return months.subList(Math.max(0, months.size() - YEAR), months.size());
    }

    List<MonthFigures> observedLastYear() {
        return lastYear().stream().filter(MonthFigures::isObserved).toList();
    }

    boolean isSpread() {
        return open().stream().anyMatch(MonthFigures::isSpread);
    }

    /** Calendar months from the window's start, or from the month of the opening if later, to the as-of, both counted. */
    int monthsSinceOpening() {
        if (room.getOpened() == null) {
            return window.length();
        }
        long since = ChronoUnit.MONTHS.between(YearMonth.from(room.getOpened()), window.last()) + 1;
        return (int) Math.min(since, window.length());
    }

    static long total(List<MonthFigures> months, Measure measure) {
        return months.stream().mapToLong(month -> month.total(measure)).sum();
    }

    private List<MonthFigures> months(Predicate<MonthFigures> kind) {
        return months.stream().filter(kind).toList();
    }

    /** The last twelve months of a room's window: how many are open, how many of these are observed, and their presences. */
    record RecentYear(int open, int observed, long presences) {

        private static final int MONTHS = 12;

        static RecentYear of(RoomWindow room) {
            return new RecentYear(
                    Math.toIntExact(room.lastYear().stream()
                            .filter(MonthFigures::isOpen)
                            .count()),
                    room.observedLastYear().size(),
                    RoomWindow.total(room.observedLastYear(), Measure.PRESENCES));
        }

        boolean isThin(Signalements thresholds) {
            return observed < Math.min(thresholds.recentMonthsLeast(), open);
        }

        /** As a whole year like the months observed; where none is, nothing is small. */
        boolean isSmall(Signalements thresholds) {
            return presences * MONTHS < (long) thresholds.presencesLeast() * observed;
        }
    }

    /**
     * The distinct people registered in a year: those of the latest yearly record that ends in the window, whose months may begin before it.
     * Where several activities counted theirs that year, the greatest count, since their sum would count twice whoever does both.
     */
    record YearlyCount(List<YearMonth> months, long people) {

        static Optional<YearlyCount> of(RoomRegister register, Window window) {
            return register.periods().entrySet().stream()
                    .filter(entry -> entry.getKey().grain() == Grain.ANNEE
                            && entry.getValue().counts(Measure.DISTINCT_PEOPLE)
                            && window.contains(entry.getKey().end()))
                    .max(Comparator.comparing((Map.Entry<Period, Tally> entry) ->
                                    entry.getKey().end())
                            .thenComparing(YearlyCount::people)
                            .thenComparing(Map.Entry::getKey))
                    .map(entry -> new YearlyCount(entry.getKey().months(), people(entry)));
        }

        private static long people(Map.Entry<Period, Tally> entry) {
            return entry.getValue().total(Measure.DISTINCT_PEOPLE);
        }
    }
}
