package fr.passerelle.cli.dataset;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A number of people as it is made public by one run after the other. One from 1 to a threshold less one is never shown. One that is nearer
 * than the threshold to what was shown before is shown as the nearest of that, so that two that were ever shown are equal or that far
 * apart. Zero is no secret: it is nobody.
 */
final class PublicCount {

    /** Fewer people than this are not shown, be it as the difference of two numbers: a choice of this project. */
    static final long THRESHOLD = 11;

    private final long threshold;

    /** Ascending. */
    private long[] shown = {};

    /** Of attendance. */
    PublicCount() {
        this(THRESHOLD);
    }

    /** @param threshold fewer than these are not shown */
    PublicCount(long threshold) {
        this.threshold = threshold;
    }

    /**
     * What the next run shows. Asked again for the same number, it answers the same.
     *
     * @param count null where it is unknown
     * @return null where it is unknown or kept back
     */
    @Nullable
    Long next(@Nullable Long count) {
        if (count == null || isSmall(count, threshold)) {
            return null;
        }
        return count == 0 ? count : (Long) stood(count);
    }

    static boolean isSmall(long count) {
        return isSmall(count, THRESHOLD);
    }

    private static boolean isSmall(long count, long threshold) {
        return count > 0 && count < threshold;
    }

    private long stood(long count) {
        int place = Arrays.binarySearch(shown, count);
        if (place >= 0) {
            return count;
        }
        int above = -place - 1;
        boolean isBelow = above > 0 && (above == shown.length || count - shown[above - 1] <= shown[above] - count);
        int nearest = isBelow ? above - 1 : above;
        if (nearest < shown.length && Math.abs(count - shown[nearest]) < threshold) {
            return shown[nearest];
        }
        insert(above, count);
        return count;
    }

    private void insert(int place, long count) {
        long[] more = Arrays.copyOf(shown, shown.length + 1);
        System.arraycopy(shown, place, more, place + 1, shown.length - place);
        more[place] = count;
        shown = more;
    }
}
