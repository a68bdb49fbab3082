package fr.passerelle.console.stream;

import fr.passerelle.schemas.contract.RecordJson;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends what comes as Server-Sent Events, each with the positions after it as its identifier, so that who was cut off goes on without
 * hole nor double. Bounded: followers, in all and of one account, which leaves some to the others; minutes of each (the browser comes
 * back by itself); lines a second: of a flood the last lines are sent, with how many were left out.
 */
@Component
class Followers {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(500);
    /** A reader who left is found out by writing to him: a place is lost for that long at most. */
    private static final Duration PULSE = Duration.ofSeconds(3);

    private static final int LINES = 40;
    /** Followers at once, in all and of one account. */
    static final int MOST = 12;

    static final int FOR_AN_ACCOUNT = 3;

    private final Streams streams;
    private final Map<String, Integer> taken = new HashMap<>();
    private volatile boolean closing;

    Followers(Streams streams) {
        this.streams = streams;
    }

    /** Takes a place for an account; false where it has all of its own, or all are taken. */
    synchronized boolean enter(String account) {
        int all = taken.values().stream().mapToInt(Integer::intValue).sum();
        boolean free = all < MOST && taken.getOrDefault(account, 0) < FOR_AN_ACCOUNT;
        if (free) {
            taken.merge(account, 1, Integer::sum);
        }
        return free;
    }

    synchronized void leave(String account) {
        taken.computeIfPresent(account, (id, its) -> its == 1 ? null : its - 1);
    }

    /** Before the server waits for its requests to end. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    /**
     * Sends until the time is over, the console ends, or who listens is gone or may no longer.
     *
     * @param from what he has; what comes from now on where it is no text of ours
     * @param may whether who listens still may, asked each time something is sent
     */
    void follow(String from, BooleanSupplier may, PrintWriter out) {
        try (Streams.Reader reader = streams.reader(Streams.FOLLOWING)) {
            reader.goAfter(from);
            out.write("retry: 3000\n\n");
            long end = System.nanoTime() + LIFE.toNanos();
            long pulse = System.nanoTime();
            boolean listened = true;
            while (listened && !closing && System.nanoTime() < end) {
                boolean said = round(reader, out);
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

    private boolean round(Streams.Reader reader, PrintWriter out) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        reader.poll(POLL).forEach(found::add);
        if (found.isEmpty()) {
            return false;
        }
        int leftOut = Math.max(0, found.size() - LINES);
        if (leftOut > 0) {
            out.write("event: passes\ndata: " + leftOut + "\n\n");
        }
        String after = reader.position();
        found.subList(leftOut, found.size()).forEach(one -> {
            String id = one == found.getLast() ? "id: " + after + "\n" : "";
            out.write(id + "event: enregistrement\ndata: " + RecordJson.of(streams.entry(one)) + "\n\n");
        });
        return true;
    }
}
