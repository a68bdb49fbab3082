package fr.passerelle.console.account;

import fr.passerelle.console.security.Account;
import fr.passerelle.published.audit.AuditEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A line of the audit as its list shows it.
 *
 * @param who login of the account that did it, its identifier where it was erased
 * @param action stable code of what was done
 * @param on login of the account it was done to, else the identifier of what it was done to; empty where that is who did it
 * @param outcome code of how it ended
 * @param motive why; empty where none was asked
 */
record AuditLine(Instant at, String who, String action, String on, String outcome, String motive) {

    static List<AuditLine> of(List<AuditEntry> entries, List<Account> accounts) {
        Map<String, String> logins = accounts.stream().collect(Collectors.toMap(Account::id, Account::login));
        return entries.stream().map(entry -> of(entry, logins)).toList();
    }

    private static AuditLine of(AuditEntry entry, Map<String, String> logins) {
        String on =
                entry.subject().equals(entry.accountId()) ? "" : logins.getOrDefault(entry.subject(), entry.subject());
        return new AuditLine(
                entry.doneAt(),
                logins.getOrDefault(entry.accountId(), entry.accountId()),
                entry.action(),
                on,
                entry.outcome(),
                Objects.requireNonNullElse(entry.motive(), ""));
    }
}
