package fr.passerelle.batch.source.mapping;

import fr.passerelle.batch.source.reject.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mapping makes of one record. */
public sealed interface Mapped {

    /** Rows of the table: texts by column of the schema. A wide record gives several; one without any value gives none. */
    record Rows(List<String[]> rows) implements Mapped {}

    /** A line of totals or a repeated header: counted, never a row. */
    record Control() implements Mapped {}

    /** The record cannot be mapped; the message is French, for the user, and quotes no cell. */
    record Refused(@Nullable String column, Reason reason, String message) implements Mapped {}
}
