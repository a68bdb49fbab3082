package fr.passerelle.published.run;

import org.jspecify.annotations.Nullable;

/**
 * A register that a run takes back.
 *
 * @param reason why, without any person's name; null when the run's own files replace it
 */
public record Withdrawal(
        String sha256, String name, @Nullable String reason) {}
