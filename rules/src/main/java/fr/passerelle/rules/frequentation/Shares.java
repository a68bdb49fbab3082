package fr.passerelle.rules.frequentation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** What a record gives to each month that it covers: in proportion to its open days there. */
final class Shares {

    private Shares() {}

    /**
     * By month, in order; nothing to a month that has none of its open days, which it says nothing of. A record over no open day at all
     * is spread over its days: it contradicts a closure, and is not lost.
     */
    static Map<YearMonth, Tally> of(Period period, Tally tally, OpenDays openDays) {
        if (!period.straddles()) {
            return Map.of(period.firstMonth(), tally);
        }
        List<YearMonth> months = period.months();
        int[] weights = weights(months, month -> openDays.between(firstDay(period, month), lastDay(period, month)));
        if (Arrays.stream(weights).allMatch(weight -> weight == 0)) {
            weights = weights(months, month -> days(period, month));
        }
        return byMonth(months, weights, tally.spread(weights));
    }

    private static int[] weights(List<YearMonth> months, ToIntFunction<YearMonth> weight) {
        return months.stream().mapToInt(weight).toArray();
    }

    private static int days(Period period, YearMonth month) {
        return lastDay(period, month).getDayOfMonth() - firstDay(period, month).getDayOfMonth() + 1;
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
