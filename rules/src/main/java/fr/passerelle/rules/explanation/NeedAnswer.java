package fr.passerelle.rules.explanation;

/** What a proposal answers to something that was asked for in a diagnostic. A choice of this project: nothing is weighed. */
public enum NeedAnswer {
    /** A function that the proposed seat fills today. */
    OFFERTE,
    /** A function that it could fill. */
    POSSIBLE,
    /** A function of which conditions are left to verify. */
    A_VERIFIER,
    /** Mediation, or a theme of it, in nomadic sessions. */
    ETAPES,
    /** A function that no proposed place fills, or a theme of no session. */
    SANS_REPONSE,
    /** A function of an EPCI for which no seat is proposed. */
    SANS_SIEGE,
    /** Another service: shown as it was asked for, no rule looks at it. */
    MONTRE;

    /** Whether something is proposed for it, be it to verify. */
    public boolean isProposed() {
        return this == OFFERTE || this == POSSIBLE || this == A_VERIFIER || this == ETAPES;
    }

    /** Whether it is left without an answer; what no rule looks at is neither proposed nor left. */
    public boolean isUnmet() {
        return this == SANS_REPONSE || this == SANS_SIEGE;
    }
}
