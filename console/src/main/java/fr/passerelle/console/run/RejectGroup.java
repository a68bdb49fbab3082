package fr.passerelle.console.run;

import org.jspecify.annotations.Nullable;

/**
 * Rejects of one reason, file and column.
 *
 * @param column null where it is the whole row
 * @param message French: what is wrong and what to do
 */
record RejectGroup(String reason, String file, @Nullable String column, String message, long count) {}
