package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.DateSpan;
import fr.passerelle.calendar.rule.WorkHalf;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A row of the file of animateurs.
 *
 * @param id opaque
 * @param epci SIREN of the home EPCI
 * @param commune INSEE code of where the days begin and end
 * @param serves SIRENs of the EPCIs that they hold sessions in
 * @param worked halves of the week
 * @param tablettes that they bring; null for those of a group
 */
record AnimateurRow(
        String id,
        String epci,
        String commune,
        SortedSet<String> serves,
        SortedSet<WorkHalf> worked,
        List<DateSpan> absences,
        @Nullable Integer tablettes) {}
