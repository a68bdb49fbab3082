package fr.passerelle.planning.tour;

import fr.passerelle.published.tour.TourPlan;
import org.jspecify.annotations.Nullable;

/**
 * What a command did with a calendar.
 *
 * @param changed false where it was so already
 * @param pending why Kafka did not take what was recorded, in French: the next command or night carries it; null where it did
 */
public record TourOutcome(
        TourPlan plan, boolean changed, @Nullable String pending) {}
