package fr.passerelle.sources;

import fr.passerelle.sources.reject.Rejected;

/** What reading a row gives. */
public sealed interface Outcome {

    /** The row respects the Table Schema. */
    record Accepted(Row row) implements Outcome {}

    /** It does not. The row has the cells that are what their column says, the others being empty, and no value. */
    record Refused(Row row, Rejected rejected) implements Outcome {}

    /** A line of totals, or a header that is repeated: counted, never a row. */
    record Control() implements Outcome {}
}
