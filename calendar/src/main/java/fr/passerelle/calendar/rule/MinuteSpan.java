package fr.passerelle.calendar.rule;

/**
 * Part of a day, in minutes from midnight.
 *
 * @param start first minute
 * @param end minute after the last one
 */
public record MinuteSpan(int start, int end) {

    /** @throws IllegalArgumentException when it ends before it starts */
    public MinuteSpan {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("From " + start + " to " + end);
        }
    }

    /** Whether all of another lies in it. */
    public boolean holds(MinuteSpan other) {
        return start <= other.start && other.end <= end;
    }

    /** Whether they share a minute. */
    public boolean overlaps(MinuteSpan other) {
        return start < other.end && other.start < end;
    }
}
