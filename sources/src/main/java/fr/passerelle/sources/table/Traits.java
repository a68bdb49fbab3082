package fr.passerelle.sources.table;

import org.jspecify.annotations.Nullable;

/**
 * The kind of a file and how it was read, for display; null where it means nothing for that kind of file.
 *
 * @param kind kind of file, in French
 * @param charset name of the charset
 * @param separator between two cells
 * @param quote around cells
 * @param escape before a quote that belongs to the text; null when it is doubled
 * @param lineEnd LF, CRLF, CR or "mixte", of the records read so far
 * @param sheet which one of a workbook, as « n° 2 »: never its name
 */
public record Traits(
        String kind,
        @Nullable String charset,
        @Nullable Character separator,
        @Nullable Character quote,
        @Nullable Character escape,
        @Nullable String lineEnd,
        @Nullable String sheet) {

    /** Of a text file. */
    static Traits ofText(String charset, char separator, char quote, @Nullable Character escape, String lineEnd) {
        return new Traits("texte", charset, separator, quote, escape, lineEnd, null);
    }

    /** Of a sheet of a workbook. */
    static Traits ofSheet(String kind, String sheet) {
        return new Traits(kind, null, null, null, null, null, sheet);
    }
}
