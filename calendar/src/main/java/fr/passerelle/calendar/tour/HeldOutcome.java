package fr.passerelle.calendar.tour;

import org.jspecify.annotations.Nullable;

/**
 * What a file of sessions said.
 *
 * @param months months of étapes that it speaks of
 * @param changed those that were not known so already
 * @param sessions rows about a session
 * @param unpublished of these, on days for which none was published
 * @param pending why Kafka did not take what was recorded, in French; null where it did
 */
public record HeldOutcome(
        int months,
        int changed,
        long sessions,
        long unpublished,
        @Nullable String pending) {}
