package fr.passerelle.cli.check;

import java.util.Map;

/**
 * A row that would be taken.
 *
 * @param line as in {@link fr.passerelle.sources.Row}
 * @param ordinal as in {@link fr.passerelle.sources.Row}
 * @param cells what may be kept of it, by column, in order
 */
public record AcceptedRow(long line, int ordinal, Map<String, String> cells) {}
