package fr.passerelle.published.reject;

import org.jspecify.annotations.Nullable;

/**
 * Rejects or corrections of one kind in one source.
 *
 * @param code reason of the rejects, or code of the corrections
 * @param column column at fault; null where it is the whole row
 * @param message what the rejects say; null for corrections
 */
public record RejectGroup(
        String code,
        String source,
        @Nullable String column,
        @Nullable String message,
        long count) {}
