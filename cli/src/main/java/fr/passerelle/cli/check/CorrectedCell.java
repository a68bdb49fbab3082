package fr.passerelle.cli.check;

import fr.passerelle.sources.reject.CorrectedRow;

/**
 * A cell that would be corrected, and where.
 *
 * @param line as in {@link fr.passerelle.sources.Row}
 * @param ordinal as in {@link fr.passerelle.sources.Row}
 */
public record CorrectedCell(long line, int ordinal, CorrectedRow.CellCorrection cell) {}
