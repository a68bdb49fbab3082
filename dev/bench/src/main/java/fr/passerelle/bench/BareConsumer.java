package fr.passerelle.bench;

import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.RecordCodec.SchemaIds;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.RegistryClient;
import fr.passerelle.schemas.event.MonthReported;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Limit: a log decoded and summed by room and month in a map, without any promise, by a consumer tuned for volume. */
final class BareConsumer {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private BareConsumer() {}

    /** Our log: the latest sums of each month. */
    static Work.Outcome ofMonths(Work work) {
        RecordCodec codec = new RecordCodec(new SchemaIds(new RegistryClient(work.registry())), new Records());
        Map<String, DrawnFiles.Sum> months = new HashMap<>();
        long from = readAll(work.kafka(), work.topic(), record -> {
            if (codec.read(record.value()) instanceof MonthReported month) {
                months.put(month.getRoomId() + month.getMonth(), sum(month));
            }
        });
        return done(from, months);
    }

    /** A log of rows. */
    static Work.Outcome ofRows(Work work) {
        RowBytes bytes = new RowBytes();
        Map<String, DrawnFiles.Sum> months = new HashMap<>();
        long from = readAll(work.kafka(), work.topic(), record -> {
            var row = bytes.decode(record.value());
            months.merge(
                    row.getRoomId() + YearMonth.from(row.getPeriodStart()),
                    new DrawnFiles.Sum(1, row.getPresences()),
                    DrawnFiles.Sum::plus);
        });
        return done(from, months);
    }

    /** The lines of a month and their presences. */
    static DrawnFiles.Sum sum(MonthReported month) {
        return new DrawnFiles.Sum(
                month.getLines().size(),
                month.getLines().stream()
                        .mapToLong(line -> line.getCounts().getPresences())
                        .sum());
    }

    private static Work.Outcome done(long from, Map<String, DrawnFiles.Sum> months) {
        DrawnFiles.Sum all = months.values().stream().reduce(DrawnFiles.Sum.NONE, DrawnFiles.Sum::plus);
        return new Work.Outcome(all.rows(), all.presences(), from, System.currentTimeMillis());
    }

    /** Hands on each committed record, partition by partition in order; answers when the reader was placed. */
    static long readAll(KafkaAccess kafka, String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        Map<String, Object> settings = kafka.with(Map.of(
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "max.poll.records",
                10_000,
                "max.partition.fetch.bytes",
                4 << 20));
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long start = System.currentTimeMillis();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(PAUSE).forEach(each);
            }
            return start;
        }
    }
}
