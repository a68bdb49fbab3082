package fr.passerelle.cli.dataset;

import fr.passerelle.published.session.PublishedSession;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.JourneeAnimateur;
import java.util.List;
import java.util.Map;

/**
 * What people had been told of calendars when a run was published.
 *
 * @param sessions as they then stood, those that were cancelled too, by day
 * @param etapes by subject, as the latest calendar that they were told has them
 * @param days whose halts are the sessions that stand, by animateur, then day
 */
public record ToldCalendar(
        List<PublishedSession> sessions, Map<String, EtapeDesservie> etapes, List<JourneeAnimateur> days) {

    /** Before anybody was told anything. */
    public static final ToldCalendar NONE = new ToldCalendar(List.of(), Map.of(), List.of());
}
