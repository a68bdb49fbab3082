package fr.passerelle.console.operation;

import fr.passerelle.console.security.Account;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

/** Who is at the keyboard, by the identifier that may be kept. */
public final class ActingAccount {

    private ActingAccount() {}

    /**
     * The opaque identifier of an account.
     *
     * @throws AccessDeniedException when who entered has none
     */
    public static String accountId(Authentication authentication) {
        if (authentication.getPrincipal() instanceof Account account) {
            return account.id();
        }
        throw new AccessDeniedException("No account of the console");
    }
}
