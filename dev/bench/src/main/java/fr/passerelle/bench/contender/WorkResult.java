package fr.passerelle.bench.contender;

/**
 * What a contender did: how many rows, their sum and its time.
 *
 * @param rows how many it says it treated
 * @param presences their sum; -1 where it cannot know
 * @param from when it began, in milliseconds since 1970: its process was up by then
 * @param to when it was done
 * @param seconds time that counts, of what lies between
 */
public record WorkResult(long rows, long presences, long from, long to, double seconds) {

    /** Of a contender that cannot know the sum of what it passed on. */
    static final long UNKNOWN = -1;

    /** All the time since a moment, given by {@link System#nanoTime()}. */
    static WorkResult since(long nanos, long rows, long presences) {
        double seconds = (System.nanoTime() - nanos) / 1e9;
        long now = System.currentTimeMillis();
        return new WorkResult(rows, presences, now - Math.round(seconds * 1000), now, seconds);
    }
}
