package fr.passerelle.published.run;

/**
 * What became of a file's rows: {@code read = accepted + unchanged + rejected + controls}, where read counts the rows that are not blank.
 *
 * @param accepted new or different from what was known
 * @param unchanged equal to what was known
 * @param controls lines of totals
 * @param possibleDoubles of those that were taken: sessions equal in every column to an earlier one of their file
 */
public record Counts(long read, long accepted, long unchanged, long rejected, long controls, long possibleDoubles) {

    /** No row. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** Without possible doubles. */
    public Counts(long read, long accepted, long unchanged, long rejected, long controls) {
        this(read, accepted, unchanged, rejected, controls, 0);
    }

    /** One accepted row more. */
    public Counts plusAccepted() {
        return new Counts(read + 1, accepted + 1, unchanged, rejected, controls, possibleDoubles);
    }

    /** One unchanged row more. */
    public Counts plusUnchanged() {
        return new Counts(read + 1, accepted, unchanged + 1, rejected, controls, possibleDoubles);
    }

    /** One rejected row more. */
    public Counts plusRejected() {
        return new Counts(read + 1, accepted, unchanged, rejected + 1, controls, possibleDoubles);
    }

    /** One control more. */
    public Counts plusControl() {
        return new Counts(read + 1, accepted, unchanged, rejected, controls + 1, possibleDoubles);
    }

    /** One more of the rows that were taken may be a double. */
    public Counts plusPossibleDouble() {
        return new Counts(read, accepted, unchanged, rejected, controls, possibleDoubles + 1);
    }

    /** Rows that are explained one way or another. */
    public long explained() {
        return accepted + unchanged + rejected + controls;
    }

    /** Both together. */
    public Counts plus(Counts other) {
        return new Counts(
                read + other.read,
                accepted + other.accepted,
                unchanged + other.unchanged,
                rejected + other.rejected,
                controls + other.controls,
                possibleDoubles + other.possibleDoubles);
    }
}
