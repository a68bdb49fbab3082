package fr.passerelle.envelope.scenario;

import org.jspecify.annotations.Nullable;

/**
 * What a command did with a scenario.
 *
 * @param changed false where it was so already
 * @param pending why Kafka did not take what was recorded, in French: the next command or night carries it; null where it did
 */
public record ScenarioOutcome(
        Scenario scenario, boolean changed, @Nullable String pending) {}
