package fr.passerelle.bench.contender;

import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.RegistryClient;
import fr.passerelle.schemas.contract.SchemaIds;
import fr.passerelle.schemas.event.AttendanceRecorded;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/** Limit: the log decoded and summed by room and month in a map, without any promise. */
final class BareConsumer implements Contender {

    private record Month(String room, YearMonth month) {}

    private final Map<Month, long[]> months = new HashMap<>();

    @Override
    public Done run(Work work) {
        RecordCodec codec = new RecordCodec(new SchemaIds(new RegistryClient(work.registry())), new Records());
        long start = LogReader.all(work.bootstrap(), work.log() + ".transitions", record -> {
            if (codec.read(record.value()) instanceof AttendanceRecorded counts) {
                add(counts);
            }
        });
        long rows = months.values().stream().mapToLong(sums -> sums[0]).sum();
        long presences = months.values().stream().mapToLong(sums -> sums[1]).sum();
        return Done.since(start, rows, presences);
    }

    private void add(AttendanceRecorded counts) {
        Month month = new Month(counts.getRoomId(), YearMonth.from(counts.getPeriodStart()));
        long[] sums = months.computeIfAbsent(month, any -> new long[2]);
        sums[0]++;
        sums[1] += counts.getCounts().getPresences();
    }
}
