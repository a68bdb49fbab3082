package fr.passerelle.bench.machine;

import fr.passerelle.bench.measure.Watched;
import fr.passerelle.local.House;
import java.time.Duration;
import java.util.List;

/** The program that stays, over one tenant, as the workstation starts it. */
public final class Events implements AutoCloseable {

    private static final Duration CAP = Duration.ofMinutes(2);

    private final Child child;
    private final long reads;

    private Events(Child child, long reads) {
        this.child = child;
        this.reads = reads;
    }

    /** Starts it and waits until it reads the log. */
    public static Events start(House house, Tenant tenant) {
        Child child = Child.start(
                List.of(
                        Batch.java(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=fr.passerelle.schemas.event",
                        "-Dspring.config.additional-location=optional:file:"
                                + tenant.folder().resolve("passerelle.properties"),
                        "-Dpasserelle.stream.state-dir=" + tenant.folder().resolve("state"),
                        "-jar",
                        house.program("events").toString()),
                tenant.logs().resolve("events"));
        if (!child.awaitSaying(tenant.topic("transitions") + " est lu", CAP)) {
            child.close();
            throw new BenchFault("Le traitement n'a pas démarré : voir " + tenant.logs());
        }
        return new Events(child, System.currentTimeMillis());
    }

    /** When it began to read, in milliseconds since 1970. */
    public long readsSince() {
        return reads;
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
