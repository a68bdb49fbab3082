package fr.passerelle.bench.machine;

import fr.passerelle.bench.measure.Watched;
import fr.passerelle.local.House;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** The program that stays, over one tenant, as the workstation starts it. */
public final class Events implements AutoCloseable {

    private static final Pattern CLOSING = Pattern.compile("salles notées en (\\d+) ms");
    private static final int STARTS = 3;
    private static final Duration CAP = Duration.ofMinutes(2);

    private final Child child;
    private final long reads;

    private Events(Child child, long reads) {
        this.child = child;
        this.reads = reads;
    }

    /** Starts it and waits until it reads the log; on a busy machine it may give up on a server that is slow to answer, and is started again. */
    public static Events start(House house, Tenant tenant) {
        for (int i = 0; i < STARTS; i++) {
            Child child = Child.start(command(house, tenant), tenant.logs().resolve("events"));
            if (child.awaitSaying(tenant.topic("transitions") + " est lu", CAP)) {
                return new Events(child, System.currentTimeMillis());
            }
            child.close();
        }
        throw new BenchFault("Le traitement n'a pas démarré : voir " + tenant.logs());
    }

    private static List<String> command(House house, Tenant tenant) {
        return List.of(
                Batch.java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=fr.passerelle.schemas.event",
                "-Dspring.config.additional-location=optional:file:"
                        + tenant.folder().resolve("passerelle.properties"),
                "-Dpasserelle.stream.state-dir=" + tenant.folder().resolve("state"),
                "-jar",
                house.program("events").toString());
    }

    /** When it began to read, in milliseconds since 1970. */
    public long readsSince() {
        return reads;
    }

    /**
     * How long the partition took that took longest to answer the end of a run, in seconds.
     *
     * @throws BenchFault when its log tells of none
     */
    public double longestClosing() {
        return CLOSING.matcher(child.output())
                        .results()
                        .mapToLong(closing -> Long.parseLong(closing.group(1)))
                        .max()
                        .orElseThrow(
                                () -> new BenchFault("Le traitement n'a dit d'aucune clôture combien elle a duré."))
                / 1e3;
    }

    /** Its process. */
    public Child child() {
        return child;
    }

    /** As a meter looks at it beside what another process does. */
    public Watched watched() {
        return Watched.server("events", child.pid());
    }

    @Override
    public void close() {
        child.close();
    }
}
