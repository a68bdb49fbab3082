package fr.passerelle.sources.mapping;

import fr.passerelle.sources.reject.RejectReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mapping makes of one record. */
public sealed interface MappedRecord {
    /**
     * Rows of the table. A wide record gives several; one without any value gives none.
     *
     * @param rows texts by column of the schema
     * @param illegible texts of the record that could not be read and count as none
     */
    record Rows(List<String[]> rows, List<IllegibleText> illegible) implements MappedRecord {
        /** Rows of which everything could be read. */
        public Rows(List<String[]> rows) {
            this(rows, List.of());
        }
    }

    /** A line of totals or a repeated header: counted, never a row. */
    record Control() implements MappedRecord {}

    /**
     * The record cannot be mapped. A wide one is refused row by row, as it would have been taken.
     *
     * @param message French, for the user; quotes no cell
     * @param rows what it says, at least one
     */
    record Refused(@Nullable String column, RejectReason reason, String message, List<Doubtful> rows)
            implements MappedRecord {
        /** The same of a record that gives one row. */
        Refused(@Nullable String column, RejectReason reason, String message, String[] cells, String[] sure) {
            this(column, reason, message, List.of(new Doubtful(cells, sure)));
        }
    }

    /**
     * A row that cannot be taken.
     *
     * @param cells by column of the schema, as far as they could be mapped; a raw text stands where a formula could not be followed
     * @param sure the same, empty where a formula could not be followed
     */
    @SuppressWarnings("ArrayRecordComponent") // one record among millions: no copy
    record Doubtful(String[] cells, String[] sure) {}

    /**
     * A text that could not be read and counts as none, since the mapping says so.
     *
     * @param column its place in the schema
     * @param before the text, as it is in the file
     * @param after what is left of it
     */
    record IllegibleText(int column, String before, String after) {}
}
