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
     * @throws LogAway where Kafka does not answer, or too many look at once
     */
    Seen of(Watched watched) {
        return readers.reading(reader -> {
            decoder.learn();
            EntryWriter.Session session = writer.session();
            PriorityQueue<Entry> latest = new PriorityQueue<>(Comparator.comparingLong(Entry::moment));
            SortedMap<Place, Long> ends =
                    reader.goBeforeEnd(places(reader, watched), watched.epci() == null ? WIDE : NARROW);
            untilEnd(
                    reader,
                    ends,
                    (place, record) ->
                            session.entry(place, record, watched.about()).ifPresent(entry -> keep(latest, entry)));
            List<Entry> entries = new ArrayList<>(latest);
            entries.sort(Comparator.comparingLong(Entry::moment).reversed().thenComparing(Entry::id));
            return new Seen(entries, new Positions(ends).text());
        });
    }

    /** One record where it is; empty where there is none, or it was not committed. */
    Optional<ConsumerRecord<byte[], byte[]>> at(Place place, long offset) {
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
    static List<Place> places(Reader reader, Watched watched) {
        List<Place> places = new ArrayList<>();
        for (Source source : watched.selection().sources()) {
            int count = reader.partitions(source);
            String epci = source == Source.RUNS ? null : watched.epci();
            IntStream partitions =
                    epci == null ? IntStream.range(0, count) : IntStream.of(new Partitions(count).of(epci));
            partitions.forEach(partition -> places.add(new Place(source, partition)));
        }
        return places;
    }

    private static void keep(PriorityQueue<Entry> latest, Entry entry) {
        latest.add(entry);
        if (latest.size() > SHOWN) {
            latest.poll();
        }
    }

    private static void untilEnd(
            Reader reader, SortedMap<Place, Long> ends, BiConsumer<Place, ConsumerRecord<byte[], byte[]>> each) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && !reached(reader.positions().next(), ends)) {
            reader.poll(POLL, each);
        }
    }

    private static boolean reached(SortedMap<Place, Long> now, SortedMap<Place, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> now.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /**
     * What somebody sees.
     *
     * @param after positions after the last, as text
     */
    record Seen(List<Entry> entries, String after) {}
}
