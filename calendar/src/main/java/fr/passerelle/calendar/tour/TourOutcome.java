package fr.passerelle.calendar.tour;

import org.jspecify.annotations.Nullable;

/**
 * What a command did with a calendar.
 *
 * @param changed false where it was so already
 * @param passed sessions that it does not announce, since their hour has gone by
 * @param pending why Kafka did not take what was recorded, in French: the next command or night carries it; null where it did
 */
public record TourOutcome(
        TourPlan plan,
        boolean changed,
        int passed,
        @Nullable String pending) {}
