package fr.passerelle.rules.conversion;

/** Counts that the log holds as an int. */
final class LogCount {

    private LogCount() {}

    /** The count, or the greatest that an int holds: figures that no room can have end there, and never in a fault. */
    static int held(long count) {
        return (int) Math.min(count, Integer.MAX_VALUE);
    }
}
