package fr.passerelle.batch.nightly;

import fr.passerelle.schemas.bareme.Bareme;

/**
 * What a run that changes the barème and nothing else has to give.
 *
 * @param asOf month of its results, YYYY-MM
 * @param expectedHash hash of the results that were shown before: others are not published
 */
public record BaremeChange(Bareme bareme, String asOf, String expectedHash) {}
