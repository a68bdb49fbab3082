package fr.passerelle.bench.data;

/**
 * Which sessions are drawn.
 *
 * @param seed decides their order
 * @param rooms how many rooms there are, from 1
 * @param first place of the first session, from 0: what comes after another drawing is new beside it
 * @param count how many sessions; first + count is at most rooms × 58,432
 * @param revision how many hundredths of the sessions count one presence more, from 0 to 99
 */
public record Drawing(long seed, int rooms, long first, long count, int revision) {

    private static final int HUNDREDTHS = 100;

    /** As they are first told. */
    public Drawing(long seed, int rooms, long first, long count) {
        this(seed, rooms, first, count, 0);
    }

    /** The same sessions, one more hundredth of them changed. */
    public Drawing revised() {
        return new Drawing(seed, rooms, first, count, revision + 1);
    }

    /** How many sessions the last revision changed. */
    public long changed() {
        return revision == 0 ? 0 : (count + HUNDREDTHS - revision) / HUNDREDTHS;
    }

    /** Whether the session at a place counts one presence more. */
    boolean isRevised(long place) {
        return (place - first) % HUNDREDTHS < revision;
    }
}
