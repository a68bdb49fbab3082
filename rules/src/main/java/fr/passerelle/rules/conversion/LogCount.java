package fr.passerelle.rules.conversion;

/** Bounds a count to what the log holds, an int. */
final class LogCount {

    private LogCount() {}

    /** The count, or the greatest that an int holds: figures that no room can have end there, and never in a fault. */
    static int held(long count) {
        return (int) Math.min(count, Integer.MAX_VALUE);
    }
}
