package fr.passerelle.console.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A replay as the database keeps it.
 *
 * @param no from 1; also the number of its run in the read model, under its own namespace
 * @param id as people say it, R-000001
 * @param state PLANNED, RUNNING, FAILED, COMPLETED or DISCARDED
 * @param asOf month, YYYY-MM
 * @param baseRunNo number of the live run up to which it replays, and with which it is compared
 * @param epcis SIREN of those that are replayed; empty for the whole region
 * @param rooms those that were asked for; their EPCIs are replayed whole
 * @param records data records of its slice of the journal
 * @param account opaque, of who planned it
 */
record ReplayRow(
        long no,
        String id,
        String namespace,
        String state,
        String baremeId,
        String baremeHash,
        String baremeText,
        String asOf,
        long baseRunNo,
        List<String> epcis,
        List<String> rooms,
        long records,
        String manifestHash,
        String reason,
        String account,
        @Nullable String resultHash,
        @Nullable String failure,
        Instant plannedAt,
        @Nullable Instant endedAt) {

    boolean isRegion() {
        return epcis.isEmpty() && rooms.isEmpty();
    }

    boolean isCompleted() {
        return state.equals("COMPLETED");
    }
}
