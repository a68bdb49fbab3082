package fr.passerelle.console.security;

/** What an account may do; each may all that those before it may. */
public enum Role {
    /** Looks. */
    LECTEUR,
    /** Looks, takes away, records decisions. */
    ANALYSTE,
    /** Also restarts runs and handles replays. */
    OPERATEUR,
    /** Also manages accounts. */
    ADMINISTRATEUR
}
