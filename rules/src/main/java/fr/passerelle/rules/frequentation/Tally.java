package fr.passerelle.rules.frequentation;

import fr.passerelle.rules.frequentation.MonthFormat.ByteReader;
import fr.passerelle.rules.frequentation.MonthFormat.ByteWriter;
import fr.passerelle.schemas.event.AttendanceCounts;
import java.util.Arrays;

/**
 * Counts of some records together: for each measure the total, and whether one of them counted it, since what nobody counted is unknown
 * and not zero. Integers only, so that the order of records does not matter.
 */
final class Tally {

    private static final Measure[] MEASURES = Measure.values();

    /** Bits of the measures that say that something took place. */
    private static final int ATTENDANCE = Arrays.stream(MEASURES)
            .filter(Measure::isAttendance)
            .mapToInt(measure -> 1 << measure.place())
            .sum();

    private final long[] totals = new long[MEASURES.length];

    /** A bit a measure that is counted. */
    private int counted;

    static Tally of(AttendanceCounts counts) {
        Tally tally = new Tally();
        tally.add(counts);
        return tally;
    }

    /** Whether that record says that something took place, be it zero. */
    boolean add(AttendanceCounts counts) {
        int told = 0;
        for (Measure measure : MEASURES) {
            Integer value = measure.of(counts);
            if (value != null) {
                totals[measure.place()] += value;
                told |= 1 << measure.place();
            }
        }
        counted |= told;
        return (told & ATTENDANCE) != 0;
    }

    void add(Tally other) {
        counted |= other.counted;
        for (int i = 0; i < MEASURES.length; i++) {
            totals[i] += other.totals[i];
        }
    }

    /** Total of what was counted, 0 where nothing was. */
    long total(Measure measure) {
        return totals[measure.place()];
    }

    /** Whether a record counts it. */
    boolean counts(Measure measure) {
        return (counted & 1 << measure.place()) != 0;
    }

    /** Whether a record says that something took place, be it zero. */
    boolean isAttendance() {
        return (counted & ATTENDANCE) != 0;
    }

    /** Shares of this tally, in whole numbers that add up to it, in proportion to the weights. */
    Tally[] spread(int[] weights) {
        Tally[] shares = new Tally[weights.length];
        for (int share = 0; share < shares.length; share++) {
            shares[share] = new Tally();
            shares[share].counted = counted;
        }
        for (int i = 0; i < MEASURES.length; i++) {
            long[] parts = LargestRemainder.split(totals[i], weights);
            for (int share = 0; share < shares.length; share++) {
                shares[share].totals[i] = parts[share];
            }
        }
        return shares;
    }

    void writeTo(ByteWriter out) {
        out.number(counted);
        for (Measure measure : MEASURES) {
            if (counts(measure)) {
                out.number(total(measure));
            }
        }
    }

    static Tally readFrom(ByteReader in) {
        Tally tally = new Tally();
        tally.counted = in.integer();
        for (Measure measure : MEASURES) {
            if (tally.counts(measure)) {
                tally.totals[measure.place()] = in.number();
            }
        }
        return tally;
    }
}
