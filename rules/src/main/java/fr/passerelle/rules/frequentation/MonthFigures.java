package fr.passerelle.rules.frequentation;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** One month of a room once the finest grain has won. Counted hours are hundredths of an hour. */
final class MonthFigures {

    private final YearMonth month;
    private final int openDays;
    private final Map<String, Tally> byActivity = new TreeMap<>();
    private boolean spread;
    private boolean finer;

    MonthFigures(YearMonth month, int openDays) {
        this.month = month;
        this.openDays = openDays;
    }

    void add(String activity, Tally tally) {
        byActivity.computeIfAbsent(activity, key -> new Tally()).add(tally);
    }

    void addSpread(String activity, Tally share) {
        add(activity, share);
        spread = true;
    }

    /** What a record of less than a month gives. */
    void addFiner(String activity, Tally tally) {
        add(activity, tally);
        finer = true;
    }

    YearMonth month() {
        return month;
    }

    int openDays() {
        return openDays;
    }

    /** A month partly open is open. */
    boolean isOpen() {
        return openDays > 0;
    }

    /** Whether a record counts presences, be it none: a month whose records leave them empty is missing, like one without a record. */
    boolean isObserved() {
        return isOpen() && counts(Measure.PRESENCES);
    }

    boolean isMissing() {
        return isOpen() && !isObserved();
    }

    /** Whether part of a longer record stands in it. */
    boolean isSpread() {
        return spread;
    }

    /** Whether its presences were counted for the month as a whole, by records of this month alone. */
    boolean isMonthly() {
        return isObserved() && !spread && !finer;
    }

    boolean counts(Measure measure) {
        return activities().stream().anyMatch(tally -> tally.counts(measure));
    }

    long total(Measure measure) {
        return activities().stream().mapToLong(tally -> tally.total(measure)).sum();
    }

    /** Whether an activity counts both. */
    boolean countsTogether(Measure measure, Measure other) {
        return activities().stream().anyMatch(tally -> tally.counts(measure) && tally.counts(other));
    }

    /** Presences of each activity, 0 where none was counted. */
    Map<String, Long> presencesByActivity() {
        Map<String, Long> presences = new TreeMap<>();
        byActivity.forEach((activity, tally) -> presences.put(activity, tally.total(Measure.PRESENCES)));
        return presences;
    }

    /** Total over the activities that count the other measure too, so that a ratio compares like with like. */
    long totalWhereCounted(Measure measure, Measure other) {
        return activities().stream()
                .filter(tally -> tally.counts(measure) && tally.counts(other))
                .mapToLong(tally -> tally.total(measure))
                .sum();
    }

    private Collection<Tally> activities() {
        return byActivity.values();
    }
}
