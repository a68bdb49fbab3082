package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.RoomInventoried;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
}
