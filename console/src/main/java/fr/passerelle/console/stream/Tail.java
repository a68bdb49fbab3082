package fr.passerelle.console.stream;

import fr.passerelle.schemas.contract.Partitions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/** The last records of what somebody looks at. Bounded: records that are read, records that are kept, seconds. */
@Component
class Tail {

    /** Lines that are shown. */
    static final int SHOWN = 60;
    /** Records of each partition that are looked at. */
    static final int WIDE = 60;
    /** The same where somebody looks for one room or EPCI, in one partition. */
    static final int NARROW = 20_000;

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Duration POLL = Duration.ofMillis(300);

    private final EntryWriter writer;
    private final Decoder decoder;
    private final Readers readers;

    Tail(EntryWriter writer, Decoder decoder, Readers readers) {
        this.writer = writer;
        this.decoder = decoder;
        this.readers = readers;
    }

    /**
     * The latest first, with where one is after them.
     *
     * @throws LogUnreachable where Kafka does not answer, or too many look at once
     */
    Seen of(StreamFilter streamFilter) {
        return readers.reading(reader -> {
            decoder.learn();
            EntryWriter.Session session = writer.session();
            PriorityQueue<StreamEntry> latest = new PriorityQueue<>(Comparator.comparingLong(StreamEntry::moment));
            SortedMap<SourcePartition, Long> ends =
                    reader.goBeforeEnd(places(reader, streamFilter), streamFilter.epci() == null ? WIDE : NARROW);
            untilEnd(
                    reader,
                    ends,
                    (place, record) ->
                            session.entry(place, record, streamFilter.about()).ifPresent(entry -> keep(latest, entry)));
            List<StreamEntry> entries = new ArrayList<>(latest);
            entries.sort(
                    Comparator.comparingLong(StreamEntry::moment).reversed().thenComparing(StreamEntry::id));
            return new Seen(entries, new TopicPositions(ends).text());
        });
    }

    /** One record where it is; empty where there is none, or it was not committed. */
    Optional<ConsumerRecord<byte[], byte[]>> at(SourcePartition place, long offset) {
        return readers.reading(reader -> {
            decoder.learn();
            if (place.partition() >= reader.partitions(place.source())) {
                return Optional.empty();
            }
            reader.goTo(new TreeMap<>(java.util.Map.of(place, offset)));
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            reader.poll(Duration.ofSeconds(2), (where, record) -> found.add(record));
            return found.stream().filter(record -> record.offset() == offset).findFirst();
        });
    }

    /** A reader of its own for somebody who follows. */
    Reader reader() {
        decoder.learn();
        return readers.own();
    }

    /** The partitions to read: one of each topic where the EPCI is known, since a partition is the hash of its EPCI. */
    static List<SourcePartition> places(Reader reader, StreamFilter streamFilter) {
        List<SourcePartition> places = new ArrayList<>();
        for (Source source : streamFilter.selection().sources()) {
            int count = reader.partitions(source);
            String epci = source.isByEpci() ? streamFilter.epci() : null;
            IntStream partitions =
                    epci == null ? IntStream.range(0, count) : IntStream.of(new Partitions(count).of(epci));
            partitions.forEach(partition -> places.add(new SourcePartition(source, partition)));
        }
        return places;
    }

    private static void keep(PriorityQueue<StreamEntry> latest, StreamEntry entry) {
        latest.add(entry);
        if (latest.size() > SHOWN) {
            latest.poll();
        }
    }

    private static void untilEnd(
            Reader reader,
            SortedMap<SourcePartition, Long> ends,
            BiConsumer<SourcePartition, ConsumerRecord<byte[], byte[]>> each) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && !reached(reader.positions().next(), ends)) {
            reader.poll(POLL, each);
        }
    }

    private static boolean reached(SortedMap<SourcePartition, Long> now, SortedMap<SourcePartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> now.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /**
     * What somebody sees.
     *
     * @param after positions after the last, as text
     */
    record Seen(List<StreamEntry> entries, String after) {}
}
