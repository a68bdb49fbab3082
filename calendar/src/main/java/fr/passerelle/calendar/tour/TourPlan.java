package fr.passerelle.calendar.tour;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A calendar, as the database keeps its plan.
 *
 * @param no number, from 1
 * @param id as people say it, T-000001
 * @param manifestHash SHA-256 of all that the plan froze
 * @param animateurs as they were read, as JSON
 * @param lieux places as they were read, as JSON; null without their file
 * @param trajets journeys as they were read, as JSON; null without their file
 * @param reason why, without any person's name
 * @param account opaque account of who planned it
 * @param computedAt null before
 * @param endedAt when it was published or discarded; null before
 */
public record TourPlan(
        long no,
        String id,
        State state,
        TourManifest manifest,
        String manifestHash,
        String animateurs,
        @Nullable String lieux,
        @Nullable String trajets,
        String reason,
        String account,
        OffsetDateTime plannedAt,
        @Nullable OffsetDateTime computedAt,
        @Nullable OffsetDateTime endedAt) {

    /** How far it has come. */
    public enum State {
        PLANNED,
        COMPUTED,
        PUBLISHED,
        DISCARDED
    }

    /** How the number of a calendar reads. */
    public static String idOf(long no) {
        return "T-%06d".formatted(no);
    }
}
