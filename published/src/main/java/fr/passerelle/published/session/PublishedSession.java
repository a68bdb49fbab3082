package fr.passerelle.published.session;

import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.SeancePlanifiee;
import fr.passerelle.schemas.event.SeancePubliee;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A session as people were told of it last.
 *
 * @param seance its stable identity
 * @param etape its étape, as proposals name hosts
 * @param epci SIREN
 * @param name of the place
 * @param insee code of its commune
 * @param start first minute
 * @param end minute after the last
 * @param animateur opaque identifier
 * @param sequence how often it was published otherwise before
 * @param publication of its EPCI that said so
 * @param cancelled why it is not held; null where it is
 */
public record PublishedSession(
        String seance,
        String etape,
        String epci,
        String name,
        String insee,
        LocalDate day,
        int start,
        int end,
        String animateur,
        int sequence,
        int publication,
        @Nullable MotifSeance cancelled) {

    /** One that a publication of an EPCI told, or cancelled. */
    public static PublishedSession of(
            SeancePubliee told, String epci, int publication, @Nullable MotifSeance cancelled) {
        return new PublishedSession(
                told.getSeance(),
                told.getEtape(),
                epci,
                told.getName(),
                told.getInsee(),
                told.getDay(),
                told.getStart(),
                told.getEnd(),
                told.getAnimateur(),
                told.getSequence(),
                publication,
                cancelled);
    }

    /** Whether it is held as a calendar plans it: then, and by the same animateur. */
    public boolean isAs(SeancePlanifiee planned) {
        return day.equals(planned.getDay())
                && start == planned.getStart()
                && end == planned.getEnd()
                && animateur.equals(planned.getAnimateur());
    }
}
