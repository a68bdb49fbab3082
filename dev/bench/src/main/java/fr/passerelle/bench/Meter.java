package fr.passerelle.bench;

import fr.passerelle.local.process.LocalFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Looks at processes, with all that descends from each, every fifth of a second; tells what they used in any part of that time, exact at both ends. */
final class Meter implements AutoCloseable {

    private static final long STEP_MILLIS = 200;
    private static final long SELF = ProcessHandle.current().pid();

    private final Proc proc;
    private final Map<String, Long> watched;
    private final String client;
    private final List<Sample> samples = new ArrayList<>();
    private final long endedBefore;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("meter").factory());
    private final Future<?> looks;

    /** Processor time, of all threads together, and the most memory that was held at once. */
    record Cost(double cpuSeconds, long peakMebibytes) {}

    private record Sample(long millis, Map<String, Long> ticks, Map<String, Long> bytes) {}

    /** Begins to look at processes, by the names of the table; of our children, the client alone ends meanwhile. */
    Meter(Proc proc, Map<String, Long> watched, String client) {
        this.proc = proc;
        this.watched = Map.copyOf(watched);
        this.client = client;
        endedBefore = proc.ticksOfEndedChildren(SELF);
        sample();
        looks = clock.scheduleWithFixedDelay(this::sample, STEP_MILLIS, STEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What each used between two moments, in milliseconds since 1970; to be asked once it is closed. */
    synchronized Map<String, Cost> between(long from, long to) {
        return watched.keySet().stream().collect(Collectors.toMap(name -> name, name -> cost(name, from, to)));
    }

    private Cost cost(String name, long from, long to) {
        double ticks = ticks(name, to) - ticks(name, from);
        return new Cost(ticks / Proc.TICKS_A_SECOND, peak(name, from, to) >> 20);
    }

    /** @throws LocalFault when a look failed: what it then tells would be of the looks before */
    @Override
    public void close() {
        clock.close();
        if (looks.state() == Future.State.FAILED) {
            throw new LocalFault(
                    "Les processus n'ont pu être suivis : " + looks.exceptionNow() + ".", looks.exceptionNow());
        }
        sample();
    }

    private synchronized void sample() {
        Map<String, Long> ticks = new TreeMap<>();
        Map<String, Long> bytes = new TreeMap<>();
        watched.forEach((name, pid) -> {
            List<Long> tree = proc.tree(pid);
            long ended = name.equals(client) && proc.ticks(pid) == 0
                    // The system adds to ours what a child had used once it was waited for.
                    ? proc.ticksOfEndedChildren(SELF) - endedBefore
                    : 0;
            ticks.put(name, tree.stream().mapToLong(proc::ticks).sum() + ended);
            bytes.put(name, proc.bytes(tree));
        });
        samples.add(new Sample(System.currentTimeMillis(), ticks, bytes));
    }

    /** Between two looks the use is taken to be even; what ended keeps what it had used. */
    private double ticks(String name, long millis) {
        Sample before = samples.getFirst();
        long most = 0;
        for (Sample sample : samples) {
            long used = Math.max(most, sample.ticks().getOrDefault(name, 0L));
            if (sample.millis() >= millis) {
                double share = sample.millis() == before.millis()
                        ? 1
                        : (double) (millis - before.millis()) / (sample.millis() - before.millis());
                return most + (used - most) * Math.clamp(share, 0, 1);
            }
            most = used;
            before = sample;
        }
        return most;
    }

    private long peak(String name, long from, long to) {
        return samples.stream()
                .filter(sample -> sample.millis() >= from - STEP_MILLIS && sample.millis() <= to + STEP_MILLIS)
                .mapToLong(sample -> sample.bytes().getOrDefault(name, 0L))
                .max()
                .orElse(0);
    }
}
