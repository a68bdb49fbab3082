package fr.passerelle.texts.tour;

import org.jspecify.annotations.Nullable;

/**
 * Where a session is held.
 *
 * @param name of the place
 * @param commune its name
 * @param latitude of the place itself; null where only its commune is known
 * @param longitude likewise
 */
public record SessionVenue(
        String name,
        String commune,
        @Nullable Double latitude,
        @Nullable Double longitude) {}
