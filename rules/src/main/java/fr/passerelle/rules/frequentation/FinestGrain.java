package fr.passerelle.rules.frequentation;

import fr.passerelle.rules.frequentation.RoomRegister.MonthOfActivity;
import fr.passerelle.rules.frequentation.RoomRegister.Sessions;
import fr.passerelle.schemas.event.Grain;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * The months of a room's window, each made of its finest records: for one activity, a record's share of a month is only a control where
 * that month holds a finer record inside the record's period. A record that counts people and nothing that took place (a yearly count of
 * distinct people) has no part in it.
 */
final class FinestGrain {

    private final RoomRegister register;
    private final OpenDays openDays;
    private final Window window;
    private final Map<YearMonth, MonthFigures> months = new LinkedHashMap<>();
    private final Map<String, List<Period>> periodsByActivity = new HashMap<>();

    private FinestGrain(RoomRegister register, OpenDays openDays, Window window) {
        this.register = register;
        this.openDays = openDays;
        this.window = window;
        window.months().forEach(month -> months.put(month, new MonthFigures(month, openDays.in(month))));
    }

    /** Every month of the window, in order. */
    static List<MonthFigures> months(RoomRegister register, OpenDays openDays, Window window) {
        FinestGrain grain = new FinestGrain(register, openDays, window);
        grain.addSessions();
        grain.addPeriods();
        return List.copyOf(grain.months.values());
    }

    private void addSessions() {
        register.sessions().forEach((key, sessions) -> {
            MonthFigures month = months.get(key.month());
            if (month != null) {
                month.addFiner(key.activity(), sessions.tally());
            }
        });
    }

    private void addPeriods() {
        Map<Period, Tally> periods = periodsOfWindow();
        periods.keySet()
                .forEach(period -> periodsByActivity
                        .computeIfAbsent(period.activity(), activity -> new ArrayList<>())
                        .add(period));
        periods.forEach(this::addShares);
    }

    private Map<Period, Tally> periodsOfWindow() {
        Map<Period, Tally> periods = new TreeMap<>(register.periods());
        periods.values().removeIf(tally -> !tally.isAttendance());
        periods.keySet().removeIf(period -> !period.touches(window.start(), window.end()));
        return periods;
    }

    private void addShares(Period period, Tally tally) {
        shares(period, tally, openDays).forEach((key, share) -> {
            MonthFigures month = months.get(key);
            if (month != null && !isControl(period, key)) {
                addShare(month, period, share);
            }
        });
    }

    private static void addShare(MonthFigures month, Period period, Tally share) {
        if (period.straddles()) {
            month.addSpread(period.activity(), share);
        } else if (period.grain() == Grain.MOIS) {
            month.add(period.activity(), share);
        } else {
            month.addFiner(period.activity(), share);
        }
    }

    private boolean isControl(Period period, YearMonth month) {
        return holdsSession(period, month)
                || periodsByActivity.getOrDefault(period.activity(), List.of()).stream()
                        .anyMatch(other ->
                                other.isFinerThan(period) && other.touches(month.atDay(1), month.atEndOfMonth()));
    }

    private boolean holdsSession(Period period, YearMonth month) {
        Sessions sessions = register.sessions().get(new MonthOfActivity(month, period.activity()));
        return sessions != null
                && month.atDay(1)
                        .datesUntil(month.atEndOfMonth().plusDays(1))
                        .anyMatch(day -> period.touches(day, day) && sessions.on(day));
    }

    /**
     * By month, in order; nothing to a month that has none of its open days, which it says nothing of. A record over no open day at all
     * is spread over its days: it contradicts a closure, and is not lost.
     */
    private static Map<YearMonth, Tally> shares(Period period, Tally tally, OpenDays openDays) {
        if (!period.straddles()) {
            return Map.of(period.firstMonth(), tally);
        }
        List<YearMonth> months = period.months();
        int[] weights = weights(months, month -> openDays.between(firstDay(period, month), lastDay(period, month)));
        if (Arrays.stream(weights).allMatch(weight -> weight == 0)) {
            weights = weights(
                    months,
                    month -> lastDay(period, month).getDayOfMonth()
                            - firstDay(period, month).getDayOfMonth()
                            + 1);
        }
        return byMonth(months, weights, tally.spread(weights));
    }

    private static int[] weights(List<YearMonth> months, ToIntFunction<YearMonth> weight) {
        return months.stream().mapToInt(weight).toArray();
    }

    private static LocalDate firstDay(Period period, YearMonth month) {
        return month.equals(period.firstMonth()) ? period.start() : month.atDay(1);
    }

    private static LocalDate lastDay(Period period, YearMonth month) {
        return month.equals(period.lastMonth()) ? period.end() : month.atEndOfMonth();
    }

    private static Map<YearMonth, Tally> byMonth(List<YearMonth> months, int[] weights, Tally[] shares) {
        Map<YearMonth, Tally> byMonth = new LinkedHashMap<>();
        for (int i = 0; i < shares.length; i++) {
            if (weights[i] > 0) {
                byMonth.put(months.get(i), shares[i]);
            }
        }
        return byMonth;
    }
}
