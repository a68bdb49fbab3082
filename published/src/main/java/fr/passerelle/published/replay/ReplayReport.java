package fr.passerelle.published.replay;

import fr.passerelle.published.run.Run;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All there is to say of a replay.
 *
 * @param base the live run that it is compared with
 * @param epcis how many EPCIs it reaches, as of that run
 * @param rooms how many rooms it reaches, as of that run
 * @param grown whether the journal has grown behind it: it can no longer be put in force
 * @param phase the last that began, in French; null before any
 * @param seconds that it has worked; null before it began
 * @param partitions that are scored
 * @param results that hold, by type: SCORE, CONVERSION, PLAN
 * @param steps taken with it, in order
 */
public record ReplayReport(
        Replay replay,
        Run base,
        long epcis,
        long rooms,
        boolean grown,
        @Nullable String phase,
        @Nullable Double seconds,
        int partitions,
        Map<String, Integer> results,
        List<ReplayStep> steps) {}
