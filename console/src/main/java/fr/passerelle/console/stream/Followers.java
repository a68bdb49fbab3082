package fr.passerelle.console.stream;

import fr.passerelle.schemas.contract.RecordJson;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends what comes as Server-Sent Events, each with the positions after it as its identifier, so that who was cut off goes on without
 * hole nor double. Bounded: minutes of each follower (the browser comes back by itself), lines a second: of a flood the
 * last lines are sent, with how many were left out.
 */
@Component
class Followers {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(500);
    /** A reader who left is found out by writing to him: a place is lost for that long at most. */
    private static final Duration PULSE = Duration.ofSeconds(3);

    private static final int LINES = 40;

    private final Tail tail;
    private final EntryWriter writer;
    private volatile boolean closing;

    Followers(Tail tail, EntryWriter writer) {
        this.tail = tail;
        this.writer = writer;
    }

    /** Before the server waits for its requests to end. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    /**
     * Sends until the time is over, the console ends, or who listens is gone or may no longer.
     *
     * @param from where to go on; empty for what comes from now on
     * @param may whether who listens still may, asked each time something is sent
     */
    void follow(StreamFilter filter, Optional<TopicPositions> from, BooleanSupplier may, PrintWriter out) {
        try (Reader reader = tail.reader()) {
            goTo(reader, filter, from);
            out.write("retry: 3000\n\n");
            long end = System.nanoTime() + LIFE.toNanos();
            long pulse = System.nanoTime();
            boolean listened = true;
            while (listened && !closing && System.nanoTime() < end) {
                boolean said = round(reader, filter, out);
                if (said || System.nanoTime() >= pulse) {
                    listened = beat(said, out) && may.getAsBoolean();
                    pulse = System.nanoTime() + PULSE.toNanos();
                }
            }
        }
    }

    /** Whether somebody still listens: a response's writer never throws, it tells when it is asked. */
    private static boolean beat(boolean said, PrintWriter out) {
        out.write(said ? "" : ": pouls\n\n");
        return !out.checkError();
    }

    /** What somebody says of where he is is believed only for the partitions that he may read. */
    private static void goTo(Reader reader, StreamFilter filter, Optional<TopicPositions> from) {
        List<SourcePartition> places = Tail.places(reader, filter);
        var next = reader.goBeforeEnd(places, 0);
        from.ifPresent(known ->
                next.replaceAll((place, end) -> Math.min(end, known.next().getOrDefault(place, end))));
        reader.goTo(next);
    }

    private boolean round(Reader reader, StreamFilter filter, PrintWriter out) {
        EntryWriter.Session session = writer.session();
        List<StreamEntry> lines = new ArrayList<>();
        reader.poll(
                POLL,
                (place, record) -> session.entry(place, record, filter.about()).ifPresent(lines::add));
        int leftOut = Math.max(0, lines.size() - LINES);
        send(lines.subList(leftOut, lines.size()), leftOut, reader.positions().text(), out);
        return !lines.isEmpty();
    }

    private static void send(List<StreamEntry> lines, int leftOut, String after, PrintWriter out) {
        if (leftOut > 0) {
            out.write("event: passes\ndata: " + leftOut + "\n\n");
        }
        for (StreamEntry entry : lines) {
            String id = entry == lines.getLast() ? "id: " + after + "\n" : "";
            out.write(id + "event: enregistrement\ndata: " + RecordJson.write(entry) + "\n\n");
        }
    }
}
