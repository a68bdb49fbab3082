package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.event.Candidature;

/** Where a rule leaves a place, and its reason. */
record Verdict(Candidature candidature, ProposalReason reason) {

    /** Whether a certain one comes before it: the bounds may still close on either side of the threshold. */
    boolean isDoubt() {
        return candidature == Candidature.A_INSTRUIRE;
    }
}
