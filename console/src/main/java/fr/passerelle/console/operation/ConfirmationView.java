package fr.passerelle.console.operation;

import org.jspecify.annotations.Nullable;

/**
 * A confirmation as its page shows it.
 *
 * @param possible whether the operators' program can be started from here
 * @param refusal why it was refused, in French; null before
 * @param motive as typed; null before
 */
record ConfirmationView(
        Confirmation confirmation,
        boolean possible,
        @Nullable String refusal,
        @Nullable String motive) {}
