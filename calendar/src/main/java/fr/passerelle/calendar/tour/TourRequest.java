package fr.passerelle.calendar.tour;

import fr.passerelle.published.decision.StepMotive;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar is asked to be.
 *
 * @param animateurs their file
 * @param lieux file of the places; null where nothing is known of them
 * @param trajets file of the journeys; null where all are estimated
 * @param vacances file of the holidays beyond those that the program knows; null without
 * @param withoutHolidays whether it may go beyond those that are known
 * @param from first day
 * @param run number of the published run whose étapes it serves; null for the current one
 */
public record TourRequest(
        Path animateurs,
        @Nullable Path lieux,
        @Nullable Path trajets,
        @Nullable Path vacances,
        boolean withoutHolidays,
        LocalDate from,
        int weeks,
        @Nullable Long run,
        StepMotive motive) {

    /** Last day. */
    public LocalDate last() {
        return from.plusWeeks(weeks).minusDays(1);
    }
}
