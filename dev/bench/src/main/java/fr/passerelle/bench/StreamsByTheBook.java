package fr.passerelle.bench;

import fr.passerelle.bench.DrawnFiles.Sum;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.KeyValueStore;

/** Kafka Streams as its documentation has it, exactly once: presences of a log of rows added up by room and month, until the last row is committed. */
final class StreamsByTheBook {

    private static final Duration LONGEST = Duration.ofMinutes(20);

    private final AtomicReference<Sum> sum = new AtomicReference<>(Sum.NONE);
    private volatile long start;

    Work.Outcome run(Work work) throws InterruptedException {
        try (KafkaStreams streams = new KafkaStreams(topology(work).build(), settings(work))) {
            streams.setStateListener((now, before) -> {
                if (now == KafkaStreams.State.RUNNING && start == 0) {
                    start = System.currentTimeMillis();
                }
            });
            streams.start();
            long end = System.nanoTime() + LONGEST.toNanos();
            while (sum.get().rows() < work.file().sum().rows() && System.nanoTime() < end) {
                Thread.sleep(5);
            }
        }
        return new Work.Outcome(sum.get(), start, System.currentTimeMillis());
    }

    private StreamsBuilder topology(Work work) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(work.topic(), Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .mapValues(RowBytes::decode)
                .map((key, row) -> KeyValue.pair(
                        row.getRoomId() + "|" + YearMonth.from(row.getPeriodStart()), (long) row.getPresences()))
                .groupByKey(Grouped.with("by-month", Serdes.String(), Serdes.Long()))
                .aggregate(() -> 0L, (month, count, before) -> before + counted(count), months());
        return builder;
    }

    private static Materialized<String, Long, KeyValueStore<Bytes, byte[]>> months() {
        return Materialized.<String, Long, KeyValueStore<Bytes, byte[]>>as("months")
                .withKeySerde(Serdes.String())
                .withValueSerde(Serdes.Long());
    }

    private long counted(long count) {
        sum.accumulateAndGet(new Sum(1, count), Sum::plus);
        return count;
    }

    private static Properties settings(Work work) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, work.topic() + ".streams");
        settings.putAll(work.servers().administrator().with(Map.of()));
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG, work.folder().resolve("streams").toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
        settings.put("auto.offset.reset", "earliest");
        return settings;
    }
}
