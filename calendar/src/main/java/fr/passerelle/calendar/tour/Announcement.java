package fr.passerelle.calendar.tour;

import fr.passerelle.published.session.PublishedSession;
import java.time.OffsetDateTime;

/**
 * A calendar of an EPCI, from the day on which people were told it.
 *
 * @param epci SIREN
 * @param publication its number for the EPCI, from 1
 * @param tourNo the plan that it published
 * @param runNo the run whose étapes these are
 * @param demonstration whether its data are a reconstruction
 */
record Announcement(
        String epci, int publication, long tourNo, long runNo, OffsetDateTime recordedAt, boolean demonstration) {

    boolean isOf(PublishedSession session) {
        return epci.equals(session.epci()) && publication == session.publication();
    }
}
