package fr.passerelle.published.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the audit are asked for; null asks for any.
 *
 * @param accountId who did it
 * @param since first day, in France
 * @param until last day, in France
 */
public record AuditSelection(
        @Nullable String accountId,
        @Nullable String action,
        @Nullable String outcome,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {}
