package fr.passerelle.console.security;

/** What the audit says was done about accounts; other pages name their own. */
public enum AuditAction {
    /** Somebody came in, or tried to. */
    LOGIN,
    /** Somebody left. */
    LOGOUT,
    /** An account was opened. */
    ACCOUNT_CREATED,
    /** It was given another role. */
    ACCOUNT_ROLE,
    /** It may enter again. */
    ACCOUNT_ACTIVATED,
    /** It may no longer enter. */
    ACCOUNT_DEACTIVATED,
    /** Another password was drawn for it. */
    ACCOUNT_PASSWORD_RENEWED,
    /** Its line, which named a person, is gone. */
    ACCOUNT_ERASED,
    /** Somebody chose another password. */
    OWN_PASSWORD
}
