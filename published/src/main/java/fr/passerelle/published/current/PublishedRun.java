package fr.passerelle.published.current;

import fr.passerelle.schemas.bareme.Bareme;
import java.time.Instant;

/**
 * The run whose results are current.
 *
 * @param no its number, from 1
 * @param id as people say it, such as N-000012
 * @param asOf month of the situation, YYYY-MM
 * @param demonstration whether its data are a reconstruction
 * @param hash SHA-256 of its results
 * @param endedAt when it was published
 */
public record PublishedRun(
        long no, String id, String asOf, Bareme bareme, boolean demonstration, String hash, Instant endedAt) {

    /** Which barème it is. */
    public String baremeId() {
        return bareme.id();
    }

    /** Whether its barème only illustrates what another one would give. */
    public boolean illustration() {
        return bareme.isIllustration();
    }
}
