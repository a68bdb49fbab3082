package fr.passerelle.published.reject;

import org.jspecify.annotations.Nullable;

/**
 * Rejects of one reason, file and column.
 *
 * @param column null where it is the whole row
 * @param message French: what is wrong and what to do
 */
public record RejectGroup(
        String reason, String file, @Nullable String column, String message, long count) {}
