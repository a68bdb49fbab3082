package fr.passerelle.published.audit;

/** What the audit says was done, with accounts and with what is not public; operations name their own. */
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
    OWN_PASSWORD,
    /** A collection, or items of it, were read through the API, within an hour. */
    API_READ,
    /** What is not public was taken away as a file. */
    EXPORTED,
    /** Its oldest lines were erased; the database writes this line, which names the last of them and its hash. */
    AUDIT_ERASED
}
