package fr.passerelle.sources.table;

import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.table.TraceColumns;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is declared of how a file is to be read; null where it is to be found out.
 *
 * @param escape before a quote that belongs to the text; null when it is doubled
 * @param sheet name of the sheet of a workbook
 * @param entry glob of the name of the file in an archive
 * @param columns whether the text of a cell is the name of a column that is expected: the separator that finds most of them in one
 *     record is the one of the file
 */
public record Reading(
        @Nullable String charset,
        @Nullable Character separator,
        @Nullable Character quote,
        @Nullable Character escape,
        @Nullable String sheet,
        @Nullable String entry,
        Predicate<String> columns) {
    private static final Set<String> OF_OUR_TABLES = Stream.concat(
                    TableSchema.all().stream().flatMap(table -> table.header().stream()), TraceColumns.NAMES.stream())
            .collect(Collectors.toSet());

    /** Nothing declared: the columns are those of our tables, and of exports of rejects. */
    public static final Reading UNDECLARED = new Reading(null, null, null, null, null, null);

    /** One whose columns are those of our tables. */
    public Reading(
            @Nullable String charset,
            @Nullable Character separator,
            @Nullable Character quote,
            @Nullable Character escape,
            @Nullable String sheet,
            @Nullable String entry) {
        this(charset, separator, quote, escape, sheet, entry, OF_OUR_TABLES::contains);
    }

    /** The same, of a file that has these columns. */
    public Reading of(Predicate<String> expected) {
        return new Reading(charset, separator, quote, escape, sheet, entry, expected);
    }
}
