package fr.passerelle.batch.replay;

import fr.passerelle.published.decision.StepMotive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replay is asked to be.
 *
 * @param bareme identifier of a shipped barème, or path of a file
 * @param epcis SIREN of those to replay; empty for the whole region, unless rooms are given
 * @param rooms identifiers of rooms: their EPCIs are replayed
 * @param run number of the run up to which it replays; null for the current one
 * @param asOf month, YYYY-MM; null for that of the run
 */
public record ReplayRequest(
        String bareme,
        List<String> epcis,
        List<String> rooms,
        @Nullable Long run,
        @Nullable String asOf,
        StepMotive motive) {}
