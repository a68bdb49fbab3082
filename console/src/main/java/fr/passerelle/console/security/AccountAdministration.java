package fr.passerelle.console.security;

import fr.passerelle.console.security.AccountAdministration.AccountRefusal.Reason;
import fr.passerelle.console.security.ThrottledLogin.LoginThrottle;
import fr.passerelle.console.security.ThrottledLogin.LoginThrottle.PasswordGuess;
import fr.passerelle.published.audit.Audit;
import fr.passerelle.published.audit.Audit.AuditAction;
import fr.passerelle.published.audit.Audit.Outcome;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What may be done with accounts, else an {@link AccountRefusal}; each gesture is in the audit, in the transaction that does it. Whoever was
 * changed has to sign in again.
 */
@Component
public class AccountAdministration {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,63}");

    private final Accounts accounts;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final Audit audit;

    AccountAdministration(Accounts accounts, Passwords passwords, LoginThrottle throttle, Audit audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
    }

    /** Opens a local account, unless the login is malformed or taken; answers the password drawn for it, which nothing keeps. */
    @Transactional
    public String create(Account by, String login, Role role) {
        accounts.lock();
        String plain = Accounts.plain(login);
        refuse(Reason.LOGIN_MALFORMED, !LOGIN.matcher(plain).matches());
        refuse(Reason.LOGIN_TAKEN, accounts.named(plain).isPresent());
        String id = "c-" + passwords.drawn();
        String password = passwords.drawn();
        accounts.add(id, plain, passwords.hash(password), role);
        done(by, AuditAction.ACCOUNT_CREATED, id);
        return password;
    }

    /** Gives an account another role, unless nobody could manage accounts any more, or its provider says its role. */
    @Transactional
    public void changeRole(Account by, Account account, Role role) {
        refuse(Reason.NOT_LOCAL, !account.isLocal());
        keepAnAdministrator(account, role == Role.ADMINISTRATEUR && account.active());
        accounts.changeRole(account.id(), role);
        done(by, AuditAction.ACCOUNT_ROLE, account.id());
    }

    /** Lets an account in, or no longer, unless nobody could manage accounts any more. */
    @Transactional
    public void setActive(Account by, Account account, boolean active) {
        keepAnAdministrator(account, active);
        accounts.setActive(account.id(), active);
        done(by, active ? AuditAction.ACCOUNT_ACTIVATED : AuditAction.ACCOUNT_DEACTIVATED, account.id());
    }

    /** Draws another password for an account that has one here, and answers it; nothing keeps it. */
    @Transactional
    public String renewPassword(Account by, Account account) {
        refuse(Reason.NOT_LOCAL, !account.isLocal());
        String password = passwords.drawn();
        accounts.changeHash(account.id(), passwords.hash(password), true);
        done(by, AuditAction.ACCOUNT_PASSWORD_RENEWED, account.id());
        return password;
    }

    /** Erases the line that names a person, unless nobody could manage accounts any more; what was done stays, under its identifier. */
    @Transactional
    public void erase(Account by, Account account) {
        keepAnAdministrator(account, false);
        accounts.erase(account.id());
        done(by, AuditAction.ACCOUNT_ERASED, account.id());
    }

    /**
     * Gives one's own account the password that one chose; refused where the present one is wrong, or too many were from that address, as those typed
     * to sign in, or the new one is weak, common, the same or typed differently.
     */
    @Transactional(noRollbackFor = AccountRefusal.class)
    public void changeOwnPassword(Account own, String address, String present, String chosen, String again) {
        refuse(Reason.NOT_LOCAL, !own.isLocal());
        prove(own, address, present);
        refuse(Reason.TYPED_DIFFERENTLY, !chosen.equals(again));
        refuse(Reason.WEAK_PASSWORD, !Passwords.acceptable(chosen));
        refuse(Reason.SAME_PASSWORD, chosen.equals(present));
        refuse(Reason.COMMON_PASSWORD, passwords.isCommon(chosen, own.login()));
        accounts.changeHash(own.id(), passwords.hash(chosen), false);
        done(own, AuditAction.OWN_PASSWORD, own.id());
    }

    private void prove(Account own, String address, String present) {
        // Whoever has come in is counted apart: what others guess at the account does not hold its person back.
        PasswordGuess guess = new PasswordGuess(own.login(), address, "session " + own.id());
        if (!throttle.admits(guess)) {
            throw refused(own, Reason.TOO_MANY_TRIES);
        }
        if (!throttle.look(guess, () -> passwords.matches(present, own))) {
            throw refused(own, Reason.WRONG_PASSWORD);
        }
        throttle.right(guess);
    }

    private AccountRefusal refused(Account own, Reason reason) {
        audit.addOnce(own.id(), AuditAction.OWN_PASSWORD.name(), own.id(), Outcome.REFUSED, Duration.ofMinutes(1));
        return new AccountRefusal(reason);
    }

    private void keepAnAdministrator(Account account, boolean staysOne) {
        accounts.lock();
        boolean isOne = account.role() == Role.ADMINISTRATEUR && account.active();
        refuse(Reason.LAST_ADMINISTRATOR, isOne && !staysOne && accounts.administrators() == 1);
    }

    private static void refuse(Reason reason, boolean when) {
        if (when) {
            throw new AccountRefusal(reason);
        }
    }

    private void done(Account by, AuditAction auditAction, String subject) {
        audit.add(by.id(), auditAction.name(), subject, Outcome.DONE);
    }

    /** A gesture on an account that is not done, and why; nothing was changed. */
    public static final class AccountRefusal extends RuntimeException {

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
            LOGIN_TAKEN,
            /** Nobody could manage accounts any more. */
            LAST_ADMINISTRATOR,
            /** Only its provider changes it. */
            NOT_LOCAL,
            WRONG_PASSWORD,
            /** Too many passwords were wrong just before: whatever is given now is not looked at. */
            TOO_MANY_TRIES,
            /** Too short, or longer than what is read of it. */
            WEAK_PASSWORD,
            COMMON_PASSWORD,
            SAME_PASSWORD,
            /** Too many passwords are looked at just now; none was looked at, and nothing counts. */
            BUSY,
            TYPED_DIFFERENTLY
        }

        public Reason reason() {
            return reason;
        }
    }
}
