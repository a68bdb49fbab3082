package fr.passerelle.published.replay;

import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.bareme.Baremes;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A replay, as the database keeps it.
 *
 * @param no number, from 1; also the number of its run in the read model, under its own namespace
 * @param id as people say it, R-000001
 * @param namespace first part of its topics' names
 * @param asOf month, YYYY-MM
 * @param baseRun number of the live run up to which it replays, and with which it is compared
 * @param manifestHash SHA-256 of all that the plan froze
 * @param reason why, without any person's name
 * @param account opaque account of who planned it
 * @param resultHash null until it is completed
 * @param failure why it stopped, in French; null when it did not
 */
public record Replay(
        long no,
        String id,
        String namespace,
        State state,
        String baremeId,
        String baremeHash,
        String baremeText,
        String asOf,
        long baseRun,
        Scope scope,
        Manifest manifest,
        String manifestHash,
        String reason,
        String account,
        @Nullable String resultHash,
        @Nullable String failure,
        OffsetDateTime plannedAt,
        @Nullable OffsetDateTime endedAt) {

    /** RUNNING while {@code events} works on it or it was killed, FAILED when it stopped and waits, else as it says. */
    public enum State {
        PLANNED,
        RUNNING,
        FAILED,
        COMPLETED,
        DISCARDED
    }

    /**
     * What it is about; both empty for the whole region. A plan depends on every room of its EPCI, so the EPCIs of the rooms are replayed
     * whole, and what is shown is narrowed to the rooms.
     *
     * @param epcis SIREN of those that are replayed, sorted
     * @param rooms identifiers of the rooms that were asked for, sorted
     */
    public record Scope(List<String> epcis, List<String> rooms) {

        /** The whole region. */
        public static final Scope REGION = new Scope(List.of(), List.of());

        /** Whether it is the whole region. */
        public boolean isRegion() {
            return epcis.isEmpty() && rooms.isEmpty();
        }
    }

    /**
     * What a plan froze of the journal.
     *
     * @param head the journal's last seq when the base run is replayed: no later record belongs to the slice
     * @param records data records of the slice by partition, control records left out
     * @param sha256 over seq and event id of each record of the slice, in order
     */
    public record Manifest(long head, Map<Integer, Long> records, String sha256) {

        /** Data records in all. */
        public long total() {
            return records.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Whether it has results to compare. */
    public boolean isCompleted() {
        return state == State.COMPLETED;
    }

    /** Whether nobody voted its barème: who puts it in force has to accept that. */
    public boolean isIllustration() {
        return Baremes.read(baremeText).isIllustration();
    }

    /** Whether its barème may be put in force on the data of the run that it replays up to: one that only illustrates is on a reconstruction alone. */
    public boolean mayHoldOn(Run base) {
        return base.demonstration() || !isIllustration();
    }

    /** How the number of a replay reads. */
    public static String idOf(long no) {
        return "R-%06d".formatted(no);
    }

    /** Where a replay stands for people: its state, or what became of its barème once it is completed. */
    public enum ReplayStanding {
        PLANNED,
        RUNNING,
        FAILED,
        COMPLETED,
        IN_FORCE,
        TAKEN_BACK,
        DISCARDED
    }

    /**
     * A step that somebody took with a replay.
     *
     * @param account opaque account of who took it
     * @param reason why, without any person's name
     * @param run number of the live run that it opened; null where there is none
     */
    public record ReplayStep(
            Kind kind,
            String account,
            String reason,
            String manifestHash,
            @Nullable Long run,
            OffsetDateTime doneAt) {

        /** What was done. */
        public enum Kind {
            PLAN,
            RUN,
            PUT_IN_FORCE,
            ROLLBACK,
            DISCARD
        }
    }
}
