package fr.passerelle.batch.verify;

/** The attendance of one room as two sums: what its rows say, and which file said each. */
final class RoomSums {

    private final Sum rows = new Sum();
    private final Sum sources = new Sum();
    private boolean sourcesKnown = true;

    void add(AttendanceRow row) {
        rows.add(row.text());
        sources.add(row.source());
    }

    void remove(AttendanceRow row) {
        rows.remove(row.text());
        sources.remove(row.source());
        sourcesKnown &= !row.file().isEmpty();
    }

    /** @param found of the state, which knows all its sources */
    boolean same(RoomSums found) {
        return rows.same(found.rows) && (!sourcesKnown || sources.same(found.sources));
    }

    long count() {
        return rows.count();
    }
}
