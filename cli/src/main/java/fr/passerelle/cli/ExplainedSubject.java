package fr.passerelle.cli;

import java.util.Locale;

/**
 * What may be explained: a room that has a score, a site that a plan compares, or an EPCI that has a plan.
 *
 * @param id identifier of the room or of the site, or SIREN
 * @param name as people know it
 * @param epci EPCI it belongs to, or is
 */
public record ExplainedSubject(Kind kind, String id, String name, String epci) {

    /** What it is, as its subject begins on the log. */
    public enum Kind {
        /** An EPCI, by SIREN. */
        EPCI,
        /** A room. */
        ROOM,
        /** A site: it has no score. */
        SITE
    }

    /** As the log names it: room:ID, site:ID or epci:SIREN. */
    public String subject() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
    }
}
