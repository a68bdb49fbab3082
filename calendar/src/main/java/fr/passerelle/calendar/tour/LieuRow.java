package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.DateSpan;
import fr.passerelle.schemas.event.VacancesScolaires;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the file of places: of a place, or of what an EPCI does in the school holidays.
 *
 * @param lieu subject of a place; null for an EPCI
 * @param epci SIREN; null for a place
 * @param horaires of an ordinary week, as people write them; null where unknown
 * @param capacite people that it seats; null where unknown
 * @param vacances what is done in the school holidays; null where not told
 */
record LieuRow(
        @Nullable String lieu,
        @Nullable String epci,
        @Nullable String horaires,
        List<DateSpan> fermetures,
        @Nullable Integer capacite,
        @Nullable VacancesScolaires vacances) {}
