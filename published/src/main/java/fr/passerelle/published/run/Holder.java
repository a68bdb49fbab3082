package fr.passerelle.published.run;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The session that holds the lock of runs.
 *
 * @param pid of PostgreSQL's own process for it
 * @param name of the sessions of its process
 * @param address where it comes from; null when that is not known
 * @param since when it connected; null when it is another role's, of which PostgreSQL says no more
 * @param lastActivity when any session of its process last did something; null in the same case
 */
public record Holder(
        int pid,
        String name,
        @Nullable String address,
        @Nullable OffsetDateTime since,
        @Nullable OffsetDateTime lastActivity) {}
