package fr.passerelle.published.run;

/** What became of rows, each from 0. */
public record RowCounts(long read, long accepted, long unchanged, long rejected, long controls) {

    public static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0);

    RowCounts plus(RowCounts other) {
        return new RowCounts(
                read + other.read,
                accepted + other.accepted,
                unchanged + other.unchanged,
                rejected + other.rejected,
                controls + other.controls);
    }

    /** Rows that are explained one way or another. */
    public long explained() {
        return accepted + unchanged + rejected + controls;
    }
}
