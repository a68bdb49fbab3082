package fr.passerelle.envelope.scenario;

import fr.passerelle.schemas.event.ScenarioKind;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A scenario, as the database keeps it. It decides nothing.
 *
 * @param no number, from 1
 * @param id as people say it, S-000001
 * @param manifestHash SHA-256 of all that the plan froze
 * @param credits the credits as they were read, as CSV; null for IMPLANTATION
 * @param reason why, without any person's name
 * @param account opaque account of who planned it
 * @param computedAt null before
 * @param endedAt when it was first adopted, or discarded; null before
 */
public record Scenario(
        long no,
        String id,
        ScenarioKind kind,
        State state,
        ScenarioManifest manifest,
        String manifestHash,
        @Nullable String credits,
        String reason,
        String account,
        OffsetDateTime plannedAt,
        @Nullable OffsetDateTime computedAt,
        @Nullable OffsetDateTime endedAt) {

    /** How far it has come. One that was adopted stays so when another takes its place. */
    public enum State {
        PLANNED,
        COMPUTED,
        ADOPTED,
        DISCARDED
    }

    /** Whether it has an answer that may be shown and compared. */
    public boolean isComputed() {
        return computedAt != null;
    }

    /** How the number of a scenario reads. */
    public static String idOf(long no) {
        return "S-%06d".formatted(no);
    }
}
