package fr.passerelle.sources.table;

import org.jspecify.annotations.Nullable;

/**
 * How cells are told apart in a text.
 *
 * @param escape before a quote that belongs to the text; null when it is doubled
 * @param announced whether the first line only announces the separator ({@code sep=;})
 */
record Dialect(char separator, char quote, @Nullable Character escape, boolean announced) {

    static final char QUOTE = '"';

    /** The escape, or the quote where there is none: comparing with it then changes nothing. */
    char escapeOrQuote() {
        return escape == null ? quote : escape;
    }
}
