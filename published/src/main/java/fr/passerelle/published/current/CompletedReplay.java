package fr.passerelle.published.current;

import java.time.Instant;

/**
 * A replay whose results may be looked at.
 *
 * @param id as people say it, such as R-000001
 * @param namespace that of its results
 * @param baremeText the whole barème it was computed under
 * @param asOf month of the situation, YYYY-MM
 * @param baseRun the run it replays up to, such as N-000012
 * @param whole whether it covers the whole region
 * @param reason why it was planned
 */
public record CompletedReplay(
        String id,
        String namespace,
        String baremeId,
        String baremeText,
        String asOf,
        String baseRun,
        boolean whole,
        String reason,
        Instant endedAt) {}
