package fr.passerelle.journal.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that a reader could not read, or did not await. Nothing of what it holds is here: nobody knows what that is.
 *
 * @param id its partition and offset on the topic of dead letters, {@code 3-17}
 * @param source where it was read
 * @param at when it was put aside
 * @param why what is wrong with it, in French
 * @param seq rank of the journal that it bears and that the journal has; null when it bears none, or one that is not there
 * @param subject what that row of the journal is about; null without one
 * @param size bytes of its value, 0 without one
 * @param outcome what became of it; null while nobody has looked at it
 */
public record DeadLetter(
        String id,
        Source source,
        Instant at,
        String why,
        @Nullable Long seq,
        @Nullable String subject,
        int size,
        @Nullable Outcome outcome) {

    /** A place on a topic; partition and offset are -1 where nothing says it. */
    public record Source(String topic, int partition, long offset) {}

    /** What became of it: sent to its topic again, or seen to be none of ours. */
    public enum Outcome {
        SENT,
        FOREIGN
    }
}
