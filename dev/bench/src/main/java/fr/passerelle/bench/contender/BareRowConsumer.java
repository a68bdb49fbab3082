package fr.passerelle.bench.contender;

import fr.passerelle.bench.event.AttendanceRow;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/** Limit: a log of rows decoded and summed by room and month in a map, without any promise. */
final class BareRowConsumer implements BenchContender {

    private record Month(String room, YearMonth month) {}

    private final Map<Month, long[]> months = new HashMap<>();

    @Override
    public WorkResult run(Work work) {
        RowBytes bytes = new RowBytes();
        long start =
                LogReader.all(work.kafka(), work.log() + ".transitions", record -> add(bytes.decode(record.value())));
        long rows = months.values().stream().mapToLong(sums -> sums[0]).sum();
        long presences = months.values().stream().mapToLong(sums -> sums[1]).sum();
        return WorkResult.since(start, rows, presences);
    }

    private void add(AttendanceRow row) {
        Month month = new Month(row.getRoomId(), YearMonth.from(row.getPeriodStart()));
        long[] sums = months.computeIfAbsent(month, any -> new long[2]);
        sums[0]++;
        sums[1] += row.getPresences();
    }
}
