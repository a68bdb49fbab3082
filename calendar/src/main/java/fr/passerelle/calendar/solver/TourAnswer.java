package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.schemas.event.ResolutionTournee;
import fr.passerelle.schemas.event.SeancesNonTenues;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best calendar of a sector, with how far it is proven.
 *
 * @param resolution of the rhythms; null where every étape had sessions that were published
 * @param rhythms of the étapes that had none, in their stable order
 * @param cycles how each cycle was found, in order
 * @param unserved sessions that nobody holds, by étape, then cycle; their causes only where reasons were asked for
 */
public record TourAnswer(
        @Nullable ResolutionTournee resolution,
        List<StopRhythm> rhythms,
        List<ResolutionTournee> cycles,
        TourCalendar calendar,
        List<SeancesNonTenues> unserved) {}
