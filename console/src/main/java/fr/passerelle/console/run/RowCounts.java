package fr.passerelle.console.run;

/** What became of rows, each from 0. */
record RowCounts(long read, long accepted, long unchanged, long rejected, long controls) {

    static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0);

    RowCounts plus(RowCounts other) {
        return new RowCounts(
                read + other.read,
                accepted + other.accepted,
                unchanged + other.unchanged,
                rejected + other.rejected,
                controls + other.controls);
    }

    /** Rows that are explained one way or another. */
    long explained() {
        return accepted + unchanged + rejected + controls;
    }
}
