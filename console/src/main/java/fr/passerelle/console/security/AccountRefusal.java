package fr.passerelle.console.security;

/** A gesture on an account that is not done, and why; nothing was changed. */
public final class AccountRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    AccountRefusal(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why; the pages have its words. */
    public enum Reason {
        /** A login has 3 to 64 letters, digits, points, hyphens or at signs. */
        LOGIN_MALFORMED,
        /** Another account has it. */
        LOGIN_TAKEN,
        /** Nobody could manage accounts any more. */
        LAST_ADMINISTRATOR,
        /** Only its provider changes it. */
        NOT_LOCAL,
        /** The password given is not the account's. */
        WRONG_PASSWORD,
        /** Too many passwords were wrong just before: whatever is given now is not looked at. */
        TOO_MANY_TRIES,
        /** Too short, or longer than what is read of it. */
        WEAK_PASSWORD,
        /** Few guesses would find it. */
        COMMON_PASSWORD,
        /** It is the present one. */
        SAME_PASSWORD,
        /** Too many passwords are looked at just now; none was looked at, and nothing counts. */
        BUSY,
        /** The two new ones differ. */
        TYPED_DIFFERENTLY
    }

    /** Why it was refused. */
    public Reason reason() {
        return reason;
    }
}
