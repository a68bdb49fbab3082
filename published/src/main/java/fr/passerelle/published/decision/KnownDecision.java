package fr.passerelle.published.decision;

import fr.passerelle.schemas.event.DecisionRecorded;

/**
 * A decision that is recorded.
 *
 * @param no in the order in which they were recorded, from 1
 * @param journalled whether it is on the log: else the next run carries it there
 */
public record KnownDecision(long no, boolean journalled, DecisionRecorded decision) {

    /** Whether it is the same act of the same organ on the same subject. */
    public boolean isTheActOf(DecisionRecorded other) {
        return decision.getEpci().equals(other.getEpci())
                && decision.getSubject().equals(other.getSubject())
                && decision.getOrgan().equalsIgnoreCase(other.getOrgan())
                && decision.getAct().equalsIgnoreCase(other.getAct());
    }
}
