package fr.passerelle.batch.check;

import fr.passerelle.batch.source.reject.Corrected;

/**
 * A cell that would be corrected, and where.
 *
 * @param line as in {@link fr.passerelle.batch.source.Row}
 * @param ordinal as in {@link fr.passerelle.batch.source.Row}
 */
public record CorrectedCell(long line, int ordinal, Corrected cell) {}
