package fr.passerelle.published.current;

import java.time.Instant;

/**
 * A run that was published, now or before.
 *
 * @param no its number, from 1
 * @param id as people say it, such as N-000012
 * @param asOf month of the situation, YYYY-MM
 * @param baremeId such as 2017-05
 * @param endedAt when it was published
 */
public record PastRun(long no, String id, String asOf, String baremeId, Instant endedAt) {}
