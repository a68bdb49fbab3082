package fr.passerelle.rules.economy;

/** What a tiers lieu sells. */
public enum ServiceName {
    /** A month of subscription. */
    ABONNEMENT,
    /** An hour. */
    HEURE,
    /** A session of the fablab. */
    SEANCE_FABLAB
}
