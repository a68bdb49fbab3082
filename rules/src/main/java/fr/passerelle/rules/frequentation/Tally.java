package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.AttendanceCounts;

/**
 * Counts of some records together: for each measure the total and how many of them counted it, since what nobody counted is unknown and
 * not zero. Integers only: adding and removing are exact inverses, in any order.
 */
final class Tally {

    private static final Measure[] MEASURES = Measure.values();

    private final long[] totals = new long[MEASURES.length];
    private final int[] counted = new int[MEASURES.length];
    private int records;

    void add(AttendanceCounts counts) {
        fold(counts, 1);
    }

    void remove(AttendanceCounts counts) {
        fold(counts, -1);
    }

    private void fold(AttendanceCounts counts, int sign) {
        records += sign;
        for (Measure measure : MEASURES) {
            Integer value = measure.of(counts);
            if (value != null) {
                totals[measure.ordinal()] += (long) sign * value;
                counted[measure.ordinal()] += sign;
            }
        }
    }

    void add(Tally other) {
        records += other.records;
        for (int i = 0; i < MEASURES.length; i++) {
            totals[i] += other.totals[i];
            counted[i] += other.counted[i];
        }
    }

    boolean isEmpty() {
        return records == 0;
    }

    /** Total of what was counted, 0 where nothing was. */
    long total(Measure measure) {
        return totals[measure.ordinal()];
    }

    /** Whether a record counts it. */
    boolean counts(Measure measure) {
        return counted[measure.ordinal()] > 0;
    }

    /** Whether a record says that something took place, be it zero. */
    boolean isAttendance() {
        for (Measure measure : MEASURES) {
            if (measure.isAttendance() && counts(measure)) {
                return true;
            }
        }
        return false;
    }

    /** Shares of this tally, in whole numbers that add up to it, in proportion to the weights. */
    Tally[] spread(int[] weights) {
        Tally[] shares = new Tally[weights.length];
        for (int share = 0; share < shares.length; share++) {
            shares[share] = new Tally();
            shares[share].records = records;
            System.arraycopy(counted, 0, shares[share].counted, 0, counted.length);
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
        out.number(records);
        out.number(mask());
        for (int i = 0; i < MEASURES.length; i++) {
            if (counted[i] != 0) {
                out.number(counted[i]);
                out.number(totals[i]);
            }
        }
    }

    private int mask() {
        int mask = 0;
        for (int i = 0; i < MEASURES.length; i++) {
            mask |= counted[i] == 0 ? 0 : 1 << i;
        }
        return mask;
    }

    static Tally readFrom(ByteReader in) {
        Tally tally = new Tally();
        tally.records = in.integer();
        int mask = in.integer();
        for (int i = 0; i < MEASURES.length; i++) {
            if ((mask & 1 << i) != 0) {
                tally.counted[i] = in.integer();
                tally.totals[i] = in.number();
            }
        }
        return tally;
    }
}
