package fr.passerelle.envelope.implantation;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A place where a stop could stand, or stands by today's rule.
 *
 * @param insee code of its commune
 * @param commune name of its commune
 * @param id identifier of the room or public place; null for a communal hall, of which today's rule alone has one
 * @param pinned whether it was notified: it may not move
 * @param byRule whether today's rule has it
 * @param capacity sessions a month that it can hold
 */
public record StopHost(
        String insee, String commune, @Nullable String id, String name, boolean pinned, boolean byRule, int capacity) {

    /** The stable order: by commune, then identifier, a communal hall first. */
    static final Comparator<StopHost> ORDER = Comparator.comparing(StopHost::insee)
            .thenComparing(StopHost::id, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(StopHost::name);
}
