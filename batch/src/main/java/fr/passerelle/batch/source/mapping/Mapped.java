package fr.passerelle.batch.source.mapping;

import fr.passerelle.batch.source.reject.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mapping makes of one record. */
public sealed interface Mapped {

    /**
     * Rows of the table. A wide record gives several; one without any value gives none.
     *
     * @param rows texts by column of the schema
     * @param illegible texts of the record that could not be read and count as none
     */
    record Rows(List<String[]> rows, List<IllegibleText> illegible) implements Mapped {

        /** Rows of which everything could be read. */
        public Rows(List<String[]> rows) {
            this(rows, List.of());
        }
    }

    /** A line of totals or a repeated header: counted, never a row. */
    record Control() implements Mapped {}

    /**
     * The record cannot be mapped.
     *
     * @param message French, for the user; quotes no cell
     * @param cells what it says, by column of the schema, as far as it could be mapped; a raw text stands where a formula could not be followed
     * @param sure the same, empty where a formula could not be followed
     */
    @SuppressWarnings("ArrayRecordComponent") // one record among millions: no copy
    record Refused(@Nullable String column, Reason reason, String message, String[] cells, String[] sure)
            implements Mapped {}
}
