package fr.passerelle.sources.table;

import org.jspecify.annotations.Nullable;

/**
 * What is declared of how a file is to be read; null where it is to be found out.
 *
 * @param charset name of the charset
 * @param separator between two cells
 * @param quote around cells
 * @param escape before a quote that belongs to the text; null when it is doubled
 * @param sheet name of the sheet of a workbook
 * @param entry glob of the name of the file in an archive
 */
public record Reading(
        @Nullable String charset,
        @Nullable Character separator,
        @Nullable Character quote,
        @Nullable Character escape,
        @Nullable String sheet,
        @Nullable String entry) {

    /** Nothing declared. */
    public static final Reading UNDECLARED = new Reading(null, null, null, null, null, null);
}
