package fr.passerelle.published.current;

import java.time.Instant;

/**
 * The run whose results are current.
 *
 * @param no its number, from 1
 * @param id as people say it, such as N-000012
 * @param asOf month of the situation, YYYY-MM
 * @param baremeHash SHA-256 of the barème's text
 * @param demonstration whether its data are a reconstruction
 * @param illustration whether its barème only illustrates what another one would give
 * @param hash SHA-256 of its results
 * @param endedAt when it was published
 */
public record PublishedRun(
        long no,
        String id,
        String asOf,
        String baremeId,
        String baremeHash,
        String baremeText,
        boolean demonstration,
        boolean illustration,
        String hash,
        Instant endedAt) {}
