package fr.passerelle.sources;

import fr.passerelle.sources.reject.RejectedRow;

/** What reading a row gives. */
public sealed interface RowOutcome {

    /** The row respects the Table Schema. */
    record Accepted(Row row) implements RowOutcome {}

    /** It does not. The row has the cells that are what their column says, the others being empty, and no value. */
    record Refused(Row row, RejectedRow rejected) implements RowOutcome {}

    /** A line of totals, or a header that is repeated: counted, never a row. */
    record Control() implements RowOutcome {}
}
