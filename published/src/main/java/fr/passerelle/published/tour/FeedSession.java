package fr.passerelle.published.tour;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as calendars of people are to tell it.
 *
 * @param draft whether it is in a calendar that is not published, otherwise than it stands
 * @param told when it was last told so
 * @param demonstration whether it is a reconstruction
 * @param epciName how people call its EPCI
 * @param communeName how people call its commune
 * @param latitude of the place itself; null where only its commune is known
 * @param longitude likewise
 */
public record FeedSession(
        PublishedSession session,
        boolean draft,
        Instant told,
        boolean demonstration,
        String epciName,
        String communeName,
        @Nullable Double latitude,
        @Nullable Double longitude) {}
