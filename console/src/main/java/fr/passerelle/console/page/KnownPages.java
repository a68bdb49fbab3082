package fr.passerelle.console.page;

import fr.passerelle.published.current.PublishedResults;
import org.jspecify.annotations.Nullable;

/** The pages that there are about things of what is published: what is gone since has a name and no page. */
public record KnownPages(PublishedResults published) {

    /** Address of the page about an EPCI or a room; null where it has none. */
    public @Nullable String of(String id) {
        if (published.proposals().plans().containsKey(id)) {
            return Paths.epci(id);
        }
        return published.rooms().containsKey(id) ? Paths.room(id) : null;
    }
}
