package fr.passerelle.batch.decision;

import fr.passerelle.schemas.event.Plan;

/**
 * A decision that was just recorded.
 *
 * @param plan in force, that it is about
 */
public record Recorded(KnownDecision known, Plan plan) {}
