package fr.passerelle.console.account;

import fr.passerelle.console.security.Account;

/**
 * An account as its list shows it.
 *
 * @param id opaque identifier
 * @param login what the person types
 * @param role code of its role
 * @param active whether it may enter
 * @param local whether its password is kept here
 * @param own whether it is that of who looks
 * @param drawn whether its password is still the one that was drawn for it
 */
record AccountLine(String id, String login, String role, boolean active, boolean local, boolean own, boolean drawn) {

    static AccountLine of(Account account, Account looking) {
        return new AccountLine(
                account.id(),
                account.login(),
                account.role().name(),
                account.active(),
                account.isLocal(),
                account.id().equals(looking.id()),
                account.drawn());
    }
}
