package fr.passerelle.published.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the audit.
 *
 * @param no its place, from 1, without a hole
 * @param accountId who
 * @param action what, a stable code in capitals
 * @param subject on what, an identifier
 * @param motive why; null where none was asked
 * @param outcome how it ended, a stable code
 */
public record AuditEntry(
        long no,
        String accountId,
        String action,
        String subject,
        @Nullable String motive,
        String outcome,
        Instant doneAt) {}
