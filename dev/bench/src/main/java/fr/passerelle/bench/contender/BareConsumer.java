package fr.passerelle.bench.contender;

import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.RegistryClient;
import fr.passerelle.schemas.contract.SchemaIds;
import fr.passerelle.schemas.event.MonthReported;
import java.util.HashMap;
import java.util.Map;

/** Limit: the log decoded and the latest sums of each month kept in a map, without any promise. */
final class BareConsumer implements BenchContender {

    private record Month(String room, String month) {}

    private record Sums(long rows, long presences) {

        static Sums of(MonthReported month) {
            return new Sums(
                    month.getLines().size(),
                    month.getLines().stream()
                            .mapToLong(line -> line.getCounts().getPresences())
                            .sum());
        }
    }

    private final Map<Month, Sums> months = new HashMap<>();

    @Override
    public WorkResult run(Work work) {
        RecordCodec codec = new RecordCodec(new SchemaIds(new RegistryClient(work.registry())), new Records());
        long start = LogReader.all(work.kafka(), work.log() + ".transitions", record -> {
            if (codec.read(record.value()) instanceof MonthReported month) {
                months.put(new Month(month.getRoomId(), month.getMonth()), Sums.of(month));
            }
        });
        long rows = months.values().stream().mapToLong(Sums::rows).sum();
        long presences = months.values().stream().mapToLong(Sums::presences).sum();
        return WorkResult.since(start, rows, presences);
    }
}
