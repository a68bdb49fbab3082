package fr.passerelle.bench;

import fr.passerelle.bench.DrawnFiles.Sum;
import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.RecordCodec.SchemaIds;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.RegistryClient;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.ReportedLine;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Limit: a log decoded and summed by room and month in a map, without any promise, by a consumer tuned for volume. */
final class BareConsumer {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private BareConsumer() {}

    /** Our log: its months, each told once. */
    static Work.Outcome ofMonths(Work work) {
        RecordCodec codec =
                new RecordCodec(new SchemaIds(new RegistryClient(work.servers().registryUrl())), new Records());
        return summed(work, (value, months) -> {
            if (codec.read(value) instanceof MonthReported month) {
                List<ReportedLine> lines = month.getLines();
                long presences = lines.stream()
                        .mapToLong(line -> line.getCounts().getPresences())
                        .sum();
                months.accept(month.getRoomId() + month.getMonth(), new Sum(lines.size(), presences));
            }
        });
    }

    /** A log of rows. */
    static Work.Outcome ofRows(Work work) {
        return summed(work, (value, months) -> {
            var row = RowBytes.decode(value);
            months.accept(row.getRoomId() + YearMonth.from(row.getPeriodStart()), new Sum(1, row.getPresences()));
        });
    }

    private static Work.Outcome summed(Work work, BiConsumer<byte[], BiConsumer<String, Sum>> each) {
        Map<String, Sum> months = new HashMap<>();
        long from = readAll(
                work.servers().administrator(),
                work.topic(),
                record -> each.accept(record.value(), (month, sum) -> months.merge(month, sum, Sum::plus)));
        return new Work.Outcome(months.values().stream().reduce(Sum.NONE, Sum::plus), from, System.currentTimeMillis());
    }

    /** Hands on each committed record, partition by partition in order; answers when the reader was placed. */
    static long readAll(KafkaAccess kafka, String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(kafka, topic, Map.of())) {
            consumer.seekToBeginning(consumer.assignment());
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            long start = System.currentTimeMillis();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(PAUSE).forEach(each);
            }
            return start;
        }
    }

    /** A reader of what is committed to all partitions of a topic, in no group's turn. */
    static KafkaConsumer<byte[], byte[]> consumer(KafkaAccess kafka, String topic, Map<String, Object> more) {
        Map<String, Object> settings = kafka.with(more);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        settings.put("max.poll.records", 10_000);
        settings.put("max.partition.fetch.bytes", 4 << 20);
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList());
        return consumer;
    }
}
