package fr.passerelle.batch.source;

/** What reading a row gives. */
public sealed interface Outcome {

    /** The row respects the Table Schema. */
    record Accepted(Row row) implements Outcome {}

    /** It does not. The row has its cells, as far as they could be told apart, and no value. */
    record Refused(Row row, Rejected rejected) implements Outcome {}
}
