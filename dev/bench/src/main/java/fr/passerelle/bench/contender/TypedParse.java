package fr.passerelle.bench.contender;

import java.io.IOException;

/** Limit: the file read and typed, and nothing done with it. */
final class TypedParse implements BenchContender {

    private long rows;
    private long presences;

    @Override
    public WorkResult run(Work work) throws IOException {
        long start = System.nanoTime();
        TypedRows.read(work.attendance(), row -> {
            rows++;
            presences += row.presences();
        });
        return WorkResult.since(start, rows, presences);
    }
}
