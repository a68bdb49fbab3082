package fr.passerelle.bench.contender;

import java.io.IOException;

/** Limit: the file read and typed, and nothing done with it. */
final class TypedParse implements Contender {

    private long rows;
    private long presences;

    @Override
    public Done run(Work work) throws IOException {
        long start = System.nanoTime();
        Rows.read(work.attendance(), row -> {
            rows++;
            presences += row.presences();
        });
        return Done.since(start, rows, presences);
    }
}
