package fr.passerelle.console.security;

import fr.passerelle.published.audit.Audit;
import fr.passerelle.published.audit.Audit.AuditAction;
import fr.passerelle.published.audit.Audit.Outcome;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.authentication.event.AuthenticationFailureServiceExceptionEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Puts who came in, who could not and who left into the audit; who comes and goes, once a minute. What was typed is in it only as the
 * account it is the login of: people type passwords there.
 */
@Component
record LoginAudit(Audit audit, Accounts accounts) {

    /** By the page or by a provider; a call of the API, which signs in each time, leaves no line. */
    @EventListener
    void cameIn(InteractiveAuthenticationSuccessEvent event) {
        add(idOf(event.getAuthentication()), AuditAction.LOGIN);
    }

    /** Who has no account, or had too many tries, is only counted: they would fill the audit. */
    @EventListener
    void wasRefused(AbstractAuthenticationFailureEvent event) {
        if (!(event instanceof AuthenticationFailureServiceExceptionEvent)) {
            accounts.named(event.getAuthentication().getName())
                    .filter(known -> !(event instanceof AuthenticationFailureLockedEvent))
                    .map(Account::id)
                    .ifPresentOrElse(
                            id -> audit.add(id, AuditAction.LOGIN.name(), id, Outcome.REFUSED), audit::countRefusal);
        }
    }

    @EventListener
    void left(LogoutSuccessEvent event) {
        add(idOf(event.getAuthentication()), AuditAction.LOGOUT);
    }

    private void add(String id, AuditAction auditAction) {
        audit.addOnce(id, auditAction.name(), id, Outcome.DONE, Duration.ofMinutes(1));
    }

    private static String idOf(Authentication authentication) {
        return authentication.getPrincipal() instanceof Account account ? account.id() : Audit.NOBODY;
    }
}
