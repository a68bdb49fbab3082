package fr.passerelle.batch.run;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The session that holds the lock of runs.
 *
 * @param pid of PostgreSQL's own process for it
 * @param name of the sessions of its process
 * @param address where it comes from; null when that is not known
 * @param since when it connected
 * @param lastActivity when any session of its process last did something
 */
public record Holder(
        int pid, String name, @Nullable String address, OffsetDateTime since, OffsetDateTime lastActivity) {}
