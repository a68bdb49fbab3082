package fr.passerelle.bench.contender;

import fr.passerelle.bench.event.AttendanceRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Limit: each row as Avro bytes. Only the encoding counts, not the reading. */
final class AvroEncoding implements BenchContender {

    private static final int BATCH = 10_000;

    private final RowBytes bytes = new RowBytes();
    private final List<AttendanceRow> batch = new ArrayList<>(BATCH);
    private long rows;
    private long presences;
    private long nanos;

    @Override
    public WorkResult run(Work work) throws IOException {
        long from = System.currentTimeMillis();
        TypedRows.read(work.attendance(), row -> {
            batch.add(row.recorded());
            if (batch.size() == BATCH) {
                encode();
            }
        });
        encode();
        return new WorkResult(rows, presences, from, System.currentTimeMillis(), nanos / 1e9);
    }

    private void encode() {
        long start = System.nanoTime();
        for (AttendanceRow record : batch) {
            if (bytes.encode(record).length > 0) {
                rows++;
            }
        }
        nanos += System.nanoTime() - start;
        batch.forEach(record -> presences += record.getPresences());
        batch.clear();
    }
}
