package fr.passerelle.console.replay;

import org.jspecify.annotations.Nullable;

/** A live run that a replay is compared with, or may replay up to. */
record BaseRun(
        long no,
        String id,
        @Nullable String asOf,
        String baremeId,
        String baremeText,
        @Nullable String resultHash,
        boolean demonstration) {}
