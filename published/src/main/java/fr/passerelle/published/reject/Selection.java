package fr.passerelle.published.reject;

import org.jspecify.annotations.Nullable;

/**
 * Which rejects or corrections are asked for.
 *
 * @param reason only those of this code, of a reject or of a correction; null for any
 * @param all also the rejects that came back corrected
 */
public record Selection(long runNo, @Nullable String reason, boolean all) {}
