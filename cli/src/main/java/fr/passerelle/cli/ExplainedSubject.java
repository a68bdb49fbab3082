package fr.passerelle.cli;

/**
 * What may be explained: a room that has a score, or an EPCI that has a plan.
 *
 * @param id identifier of the room, or SIREN
 * @param name as people know it
 * @param epci EPCI it belongs to, or is
 */
public record ExplainedSubject(String id, String name, String epci, boolean room) {

    /** As the log names it: room:ID or epci:SIREN. */
    public String subject() {
        return (room ? "room:" : "epci:") + id;
    }
}
