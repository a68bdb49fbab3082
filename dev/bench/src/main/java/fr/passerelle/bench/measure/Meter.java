package fr.passerelle.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks at processes every fifth of a second while something runs. Of any part of that time, it then tells what each of them used: exact at
 * both ends of the whole, to a fifth of a second inside.
 */
public final class Meter implements AutoCloseable {

    private static final long STEP_MILLIS = 200;
    private static final long SELF = ProcessHandle.current().pid();

    private final Proc proc;
    private final List<MeteredProcess> watched;
    private final List<Sample> samples = new ArrayList<>();
    private final Thread thread;
    private final long endedBefore;
    private volatile boolean over;

    /** What was seen at one moment, by name. */
    private record Sample(long millis, Map<String, Long> ticks, Map<String, Long> bytes) {}

    private Meter(Proc proc, List<MeteredProcess> watched) {
        this.proc = proc;
        this.watched = List.copyOf(watched);
        this.endedBefore = proc.ticksOfEndedChildren(SELF);
        this.thread = Thread.ofPlatform().daemon().name("meter").unstarted(this::look);
    }

    /** Begins to look at these. */
    public static Meter start(List<MeteredProcess> watched) {
        Meter meter = new Meter(Proc.ofThisMachine(), watched);
        watched.forEach(one -> meter.proc.forgetPeak(one.pid()));
        meter.sample();
        meter.thread.start();
        return meter;
    }

    /** What each used between two moments, in milliseconds since 1970; to be asked once it is closed. */
    public synchronized Map<String, Cost> between(long from, long to) {
        Map<String, Cost> costs = new TreeMap<>();
        for (MeteredProcess one : watched) {
            double ticks = ticks(one.name(), to) - ticks(one.name(), from);
            costs.put(one.name(), new Cost(ticks / Proc.TICKS_A_SECOND, peak(one.name(), from, to) >> 20));
        }
        return costs;
    }

    /** What each used from the first look to the last. */
    public synchronized Map<String, Cost> whole() {
        return between(samples.getFirst().millis(), samples.getLast().millis());
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sample();
    }

    private void look() {
        while (!over) {
            sample();
            try {
                Thread.sleep(STEP_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void sample() {
        Map<String, Long> ticks = new TreeMap<>();
        Map<String, Long> bytes = new TreeMap<>();
        for (MeteredProcess one : watched) {
            List<Long> tree = proc.tree(one.pid());
            ticks.put(one.name(), tree.stream().mapToLong(proc::ticks).sum() + ended(one));
            bytes.put(one.name(), tree.size() == 1 ? proc.peakBytes(one.pid()) : proc.bytes(tree));
        }
        samples.add(new Sample(System.currentTimeMillis(), ticks, bytes));
    }

    /** What a child that ended had used, to the last tick: the system adds it to ours once it was waited for. */
    private long ended(MeteredProcess one) {
        return one.ends() && proc.ticks(one.pid()) == 0 ? proc.ticksOfEndedChildren(SELF) - endedBefore : 0;
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
