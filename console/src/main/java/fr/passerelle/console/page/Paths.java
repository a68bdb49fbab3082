package fr.passerelle.console.page;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Addresses of the pages about one thing, whatever characters its identifier has. */
public final class Paths {

    private Paths() {}

    /** Of a room. */
    public static String room(String roomId) {
        return "/salles/" + segment(roomId);
    }

    /** Of an EPCI. */
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
}
