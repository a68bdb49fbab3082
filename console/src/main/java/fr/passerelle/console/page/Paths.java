package fr.passerelle.console.page;

import fr.passerelle.published.current.PublishedResults;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Addresses of the pages about one thing, whatever characters its identifier has. */
public final class Paths {

    private Paths() {}

    public static String room(String roomId) {
        return "/salles/" + segment(roomId);
    }

    public static String epci(String siren) {
        return "/intercommunalites/" + segment(siren);
    }

    /** Of a site: its place among those that its EPCI compares. */
    public static String site(String siren, String siteId) {
        return epci(siren) + "#lieu-" + segment(siteId);
    }

    private static String segment(String id) {
        return UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
    }

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
}
