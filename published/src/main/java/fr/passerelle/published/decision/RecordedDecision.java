package fr.passerelle.published.decision;

import fr.passerelle.schemas.event.DecisionRecorded;

/**
 * A decision as somebody recorded it.
 *
 * @param no its number, from 1
 * @param carried whether the published run, or one before it, has carried it to the journal: until then no proposal
 *     takes it into account
 */
public record RecordedDecision(long no, DecisionRecorded decision, boolean carried) {}
